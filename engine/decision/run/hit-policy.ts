// What the rules that matched give together (DMN 8.2.10): one of them, all of them, or what they come to.
import { entryOf, makeContext } from '../../expression/value/context.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { isContext } from '../../expression/value/kinds.ts';
import type { HitPolicy } from '../../model/decision.ts';
import { unreachable } from '../../model/json.ts';
import { type Aggregation, aggregate, areEqual } from './values.ts';

export interface Hit {
  row: number;
  value: Feel;
  /** For each output, how far ahead its value stands among the allowed ones; smaller is better. */
  rank: readonly number[];
}

export type Combined = { kind: 'value'; value: Feel } | { kind: 'violated'; message: string };

const value = (given: Feel): Combined => ({ kind: 'value', value: given });

function byRank(a: Hit, b: Hit): number {
  for (const [index, rank] of a.rank.entries()) {
    const apart = rank - (b.rank[index] ?? 0);
    if (apart !== 0) return apart;
  }
  return a.row - b.row;
}

const rules = (hits: readonly Hit[]): string => hits.map(({ row }) => row + 1).join(', ');

function unique(hits: readonly Hit[]): Combined {
  const [first] = hits;
  if (hits.length <= 1) return value(first?.value ?? null);
  return { kind: 'violated', message: `The rules ${rules(hits)} match, and only one may.` };
}

function any(hits: readonly Hit[]): Combined {
  const first = hits[0]?.value ?? null;
  if (hits.every((hit) => areEqual(hit.value, first))) return value(first);
  return { kind: 'violated', message: `The rules ${rules(hits)} match, and they do not give the same.` };
}

const inWords: Record<Aggregation, string> = {
  count: 'counted',
  sum: 'added',
  min: 'put in order',
  max: 'put in order',
};

/** With several outputs each is aggregated for itself. */
function aggregated(how: Aggregation, hits: readonly Hit[], outputs: readonly string[]): Combined {
  if (how !== 'count' && outputs.length > 1) {
    const column = (name: string): Feel[] =>
      hits.map((hit) => (isContext(hit.value) ? (entryOf(hit.value, name) ?? null) : null));
    return value(makeContext(outputs.map((name) => [name, aggregate(how, column(name))])));
  }
  const all = aggregate(
    how,
    hits.map((hit) => hit.value),
  );
  if (all !== null) return value(all);
  return { kind: 'violated', message: `What the rules ${rules(hits)} give cannot be ${inWords[how]}.` };
}

/** Of at least one hit, in the order of the rules. */
export function combine(policy: HitPolicy, hits: readonly Hit[], outputs: readonly string[]): Combined {
  switch (policy) {
    case 'U':
      return unique(hits);
    case 'A':
      return any(hits);
    case 'F':
      return value(hits[0]?.value ?? null);
    case 'P':
      return value([...hits].sort(byRank)[0]?.value ?? null);
    case 'O':
      return value([...hits].sort(byRank).map((hit) => hit.value));
    case 'R':
    case 'C':
      return value(hits.map((hit) => hit.value));
    case 'C+':
      return aggregated('sum', hits, outputs);
    case 'C<':
      return aggregated('min', hits, outputs);
    case 'C>':
      return aggregated('max', hits, outputs);
    case 'C#':
      return aggregated('count', hits, outputs);
    default:
      return unreachable(policy);
  }
}
