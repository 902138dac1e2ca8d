// Attributes of people: what they are, who has which value, and how both are changed.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask, get, post } from '../app/api/request.ts';
import type { Attribute, Page, PersonValue } from '../app/api/wire.ts';

const at = (id: string) => `/attributes/${encodeURIComponent(id)}`;
const put = async <Body>(path: string, body: unknown): Promise<Body> =>
  (await ask<Body>(`/api/v1${path}`, { method: 'PUT', body })).body;

export const valuesQuery = (id: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['attributes', id, q],
    queryFn: ({ pageParam }) =>
      get<Page<PersonValue>>(`${at(id)}/values`, { q, cursor: pageParam, limit: 50 }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const defineAttribute = ({ id, ...said }: Attribute) => put<Attribute>(at(id), said);
export const dropAttribute = (id: string) => ask<Attribute>(`/api/v1${at(id)}`, { method: 'DELETE' });
export const setValue = (id: string, personId: string, value: string | null) =>
  put<unknown>(`${at(id)}/values`, { values: [{ personId, value }] });

export interface Counted {
  changed: number;
  unchanged: number;
}
export const importValues = (content: string, dryRun: boolean) =>
  post<Counted>('/attributes/import', { content, dryRun });
