// What the people of these ids are called; an id stands for itself until its name is there.
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Component } from '../../../engine/index.ts';
import { componentQuery } from '../api/organisation-queries.ts';
import { namesQuery } from '../api/people-queries.ts';

const nobody: ReadonlyMap<string, string> = new Map();

export const useNames = (ids: Iterable<string | null | undefined>): ReadonlyMap<string, string> =>
  useQuery(namesQuery(ids)).data ?? nobody;

/** The same for components; only a few are asked for at a time. */
export const useComponentNames = (ids: Iterable<string | null>): ReadonlyMap<string, string> => {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  return useQueries({
    queries: wanted.map((id) => ({ ...componentQuery(id), staleTime: 60_000 })),
    combine: namesOf,
  });
};

const namesOf = (results: { data?: Component | undefined }[]): ReadonlyMap<string, string> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.id, data.name]] : [])));
