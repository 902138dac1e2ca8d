// What a person opened last, newest first and each once: bounded, and kept on this computer for them alone.
import type { Address } from '../parts/use-address.ts';

export const recentKinds = ['plan', 'component', 'cycle', 'launch', 'task'] as const;
export type RecentKind = (typeof recentKinds)[number];

/** What an address leads to. */
export interface RecentThing {
  kind: RecentKind;
  id: string;
}
export interface RecentItem extends RecentThing {
  name: string;
}

/** One more than are shown: what is open now is not gone to. */
const mostKept = 9;
const mostShown = mostKept - 1;
const mostLetters = 200;

export const isSameThing = (a: RecentThing, b: RecentThing): boolean => a.kind === b.kind && a.id === b.id;

export const without = (items: readonly RecentItem[], gone: RecentThing): RecentItem[] =>
  items.filter((item) => !isSameThing(item, gone));

export const withOpened = (items: readonly RecentItem[], opened: RecentItem): RecentItem[] =>
  [{ ...opened, name: opened.name.slice(0, mostLetters) }, ...without(items, opened)].slice(0, mostKept);

/** Those to go to from what is open now. */
export const toGoTo = (items: readonly RecentItem[], now: RecentThing | null): readonly RecentItem[] =>
  (now ? without(items, now) : items).slice(0, mostShown);

const kindAt: Record<string, [RecentKind, param: string]> = {
  '/plans/$planId': ['plan', 'planId'],
  '/organisation/$componentId': ['component', 'componentId'],
  '/cycles/$cycleId': ['cycle', 'cycleId'],
  '/launches/$launchId': ['launch', 'launchId'],
};

/** The thing whose own page an address is; null for lists, and for what is only about a thing. */
export function thingAt({ path, params, search }: Address): RecentThing | null {
  if (path === '/inbox') return search.task ? { kind: 'task', id: search.task } : null;
  const [kind, param = ''] = kindAt[path] ?? [];
  const id = params[param];
  return kind && id ? { kind, id } : null;
}

const keyOf = (person: string): string => `cw-recent.${person}`;

function isItem(value: unknown): value is RecentItem {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, name }: Partial<Record<keyof RecentItem, unknown>> = value;
  return recentKinds.some((known) => known === kind) && typeof id === 'string' && typeof name === 'string';
}

/** `storage` is asked for inside, since a browser may refuse it. */
export function readRecent(storage: () => Pick<Storage, 'getItem'>, person: string): RecentItem[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(person)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isItem).slice(0, mostKept) : [];
  } catch {
    // Storage is switched off, or something else wrote there.
    return [];
  }
}

export function keepRecent(
  storage: () => Pick<Storage, 'setItem'>,
  person: string,
  items: readonly RecentItem[],
): void {
  try {
    storage().setItem(keyOf(person), JSON.stringify(items));
  } catch {
    // Full, or switched off: the palette does without.
  }
}

/** Who signs out leaves no names of what they looked at. */
export function forgetRecent(storage: () => Pick<Storage, 'removeItem'>, person: string): void {
  try {
    storage().removeItem(keyOf(person));
  } catch {
    // Switched off: nothing was kept.
  }
}
