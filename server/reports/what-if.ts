// What another standard of a measure would move: the roll-up as it is beside the roll-up with that standard.
import type { ComponentScore, Measure, Slices, Standards } from '../../engine/index.ts';
import type { ToScore } from './read-to-score.ts';
import { type RolledUp, rollingUp } from './roll-up.ts';

export interface Moved {
  component: { id: string; name: string };
  before: Pick<ComponentScore, 'score' | 'outcome'>;
  after: Pick<ComponentScore, 'score' | 'outcome'>;
}
type When = Parameters<typeof rollingUp>[1];

const figures = ({ score: { score, outcome } }: RolledUp) => ({ score, outcome });

/** In the order of the components. The other standard counts in every version that was agreed, as this one does before. */
export function* whatIf(
  read: ToScore,
  when: When,
  { measure, standards }: { measure: Measure; standards: Standards | null },
): Slices<Moved[]> {
  const tried = (all: readonly Measure[]) =>
    all.map((one) => (one.id === measure.id ? { ...one, standards } : one));
  const agreements = read.agreements?.map((one) => ({
    ...one,
    agreed: one.agreed.map((version) => ({ ...version, measures: tried(version.measures) })),
  }));
  const other = { ...read, measures: tried(read.measures), ...(agreements && { agreements }) };
  const now = yield* rollingUp(read, when);
  const before = new Map(now.rolledUp.map((one) => [one.component.id, one]));
  const { rolledUp } = yield* rollingUp(other, when, now);
  return rolledUp.flatMap((after) => {
    const was = before.get(after.component.id);
    if (!was) return [];
    const [a, b] = [figures(was), figures(after)];
    if (a.score === b.score && a.outcome === b.outcome) return [];
    const { id, name } = after.component;
    return [{ component: { id, name }, before: a, after: b }];
  });
}
