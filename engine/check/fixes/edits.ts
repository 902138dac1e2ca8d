// The commands that fixes are made of.
import type { Json } from '../../model/json.ts';
import type { DocumentCommand } from '../../model/problem.ts';

export const add = (path: string, value: Json): DocumentCommand => ({ op: 'add', path, value });
export const replace = (path: string, value: Json): DocumentCommand => ({ op: 'replace', path, value });
export const remove = (path: string): DocumentCommand => ({ op: 'remove', path });

/** Adds to a list that may not be there yet. */
export const append = (list: readonly unknown[] | undefined, path: string, value: Json): DocumentCommand =>
  list === undefined ? add(path, [value]) : add(`${path}/-`, value);
