// Components as they are, kept from one look to the next: each step of a plan looks at its component and all above it,
// and they change seldom. What changes them is heard of by its SQL, so nothing that writes can forget to say so.
import type { Component } from '../../engine/index.ts';
import { type BoundedMap, boundedMap } from '../bounded-memo.ts';
import type { Db } from './schema.ts';

const KEPT_COMPONENTS = 10_000;

const CHANGES = /^\s*(insert (or \w+ )?into|replace into|update|delete from) "?components\b/i;
const ENDS = /^\s*(commit|rollback)\s*$/i;

const byStore = new WeakMap<object, () => BoundedMap<Component> | null>();
const storeOf = (db: Db): object => db.getExecutor().adapter;

export interface KeptComponents {
  /** Null: the statement changes nothing here. Else it is to be told before the statement runs. */
  hears(sql: string): (() => void) | null;
  /** From now on what is read through it is kept. */
  serve(db: Db): void;
}

/** From a change until the end of its transaction nothing is kept: it may yet be undone. */
export function makeKeptComponents(): KeptComponents {
  const begin = () => boundedMap<Component>(KEPT_COMPONENTS);
  let kept: BoundedMap<Component> | null = begin();
  const close = (): void => {
    kept = null;
  };
  const open = (): void => {
    kept ??= begin();
  };
  return {
    hears: (sql) => (CHANGES.test(sql) ? close : ENDS.test(sql) ? open : null),
    serve: (db) => void byStore.set(storeOf(db), () => kept),
  };
}

/**
 * Null: what is read now is not kept. It is asked for before the row is read: when a change comes between, the row goes
 * where nobody looks any more.
 */
export const keptComponents = (db: Db): BoundedMap<Component> | null => byStore.get(storeOf(db))?.() ?? null;
