// Whether some values keep every guard from holding, whatever is answered: names that the answer does not give are
// settled first, and then no answer lets one of the guards hold.
import { assignments, type Dimension, dimensionsOf, tooMany } from './assignments.ts';
import type { Cell } from './cells.ts';
import { type Witness, witnessOf } from './decide-branches.ts';
import type { DomainOf, Guard } from './guard.ts';
import { weigh } from './weigh.ts';

const given = (dimensions: readonly Dimension[], values: ReadonlyMap<string, Cell>): Map<string, Cell> =>
  new Map(dimensions.map(({ text }) => [text, values.get(text) ?? null]));

/** The values of what is not answered; null when for all of them some answer may do, or when that is not known. */
export function stuckWhatever(
  guards: readonly Guard[],
  domainOf: DomainOf,
  isAnswered: (text: string) => boolean,
): Witness | null {
  const dimensions = dimensionsOf(guards, domainOf);
  if (tooMany(dimensions)) return null;
  const settled = dimensions.filter(({ text }) => !isAnswered(text));
  const stuck = new Map<string, Witness | null>();
  for (const values of assignments(dimensions)) {
    const key = settled.map(({ cells, text }) => cells.indexOf(values.get(text) ?? null)).join();
    if (stuck.get(key) === null) continue;
    const truths = guards.map((guard) => weigh(guard, ({ text }) => values.get(text) ?? null));
    const mayDo = truths.some((truth) => truth === 'true' || truth === 'any');
    stuck.set(key, mayDo ? null : witnessOf(given(settled, values)));
  }
  return [...stuck.values()].find((witness) => witness !== null) ?? null;
}
