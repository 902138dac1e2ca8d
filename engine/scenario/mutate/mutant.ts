// A cycle with one small fault put in on purpose: a scenario that is worth something notices it.
import type { Cycle } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';

export const mutantKinds = ['target', 'day', 'guard', 'outcome', 'row'] as const;
export type MutantKind = (typeof mutantKinds)[number];

export interface Mutant {
  kind: MutantKind;
  /** JSON Pointer into the cycle document: what is changed. */
  pointer: string;
  /** The change, for a person. */
  change: string;
  /** The stage in which it shows; null: in any. */
  stage: StageId | null;
  cycle: Cycle;
}

const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A copy of the value with what stands at the path replaced; undefined takes it away. Only the way there is copied. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (String(index) === key ? replaceAt(item, rest, by) : item));
    return items.filter((item) => item !== undefined);
  }
  const fields = Object.entries(value ?? {}).map(([name, item]): [string, unknown] => [
    name,
    name === key ? replaceAt(item, rest, by) : item,
  ]);
  return Object.fromEntries(fields.filter(([, item]) => item !== undefined));
}

/** What it gives is a cycle as long as the replacement is of the same kind. */
export const changed = (cycle: Cycle, pointer: string, by: unknown): Cycle =>
  replaceAt(cycle, tokensOf(pointer), by) as Cycle;
