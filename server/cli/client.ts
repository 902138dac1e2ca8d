// The command line's way to a running server: JSON in, JSON out, a problem as an error.
import type { Json } from '../../engine/index.ts';
import { problemSchema } from '../problem.ts';
import { CommandError, exitCodeOf, exitCodes } from './exit-codes.ts';

export interface Answer {
  status: number;
  body: Json;
  etag: string | null;
}

export interface Client {
  get(path: string, query?: Record<string, string | undefined>): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body: unknown, headers: Record<string, string>): Promise<Answer>;
  /** The items of a list, page after page, at most `limit`. */
  list(path: string, query: Record<string, string | undefined>, limit: number): Promise<Json[]>;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

function toError(status: number, body: unknown): CommandError {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new CommandError(`The server answered ${status}.`, exitCodeOf(status));
  const places = (problem.data.errors ?? []).map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`);
  const accepted = problem.data.accepted
    ? [`  It takes: ${problem.data.accepted.join(', ') || 'nothing'}`]
    : [];
  const text = [`${problem.data.title}: ${problem.data.detail}`, ...places, ...accepted].join('\n');
  return new CommandError(text, exitCodeOf(status), problem.data);
}

interface Target {
  server: string;
  token: string | undefined;
  fetch: Fetch;
}

async function send({ server, token, fetch }: Target, path: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (init.body) headers.set('content-type', 'application/json');
  const url = `${server.replace(/\/$/, '')}${path}`;
  const response = await fetch(url, { ...init, headers }).catch((cause: unknown) => {
    throw new CommandError(
      `No server answers at ${server}. Start one with “npm start”, or name another with --server.`,
      exitCodes.failure,
      null,
      { cause },
    );
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const body = isJson && text ? JSON.parse(text) : text;
  if (!response.ok) throw toError(response.status, body);
  return { status: response.status, body, etag: response.headers.get('etag') };
}

interface Page {
  items: Json[];
  nextCursor: string | null;
}
const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items);

export function makeClient(target: Target): Client {
  const get: Client['get'] = (path, query = {}) => send(target, withQuery(path, query), {});
  return {
    get,
    post: (path, body = {}) => send(target, path, { method: 'POST', body: JSON.stringify(body) }),
    put: (path, body, headers) => send(target, path, { method: 'PUT', body: JSON.stringify(body), headers }),
    list: async (path, query, limit) => {
      const items: Json[] = [];
      let cursor: string | undefined;
      do {
        const page = await get(path, {
          ...query,
          cursor,
          limit: String(Math.min(200, limit - items.length)),
        });
        if (!isPage(page.body)) throw new CommandError(`${path} answered no list.`, exitCodes.failure);
        items.push(...page.body.items);
        cursor = page.body.nextCursor ?? undefined;
      } while (cursor && items.length < limit);
      return items;
    },
  };
}
