// Outcomes that change places: those that a stage or the whole cycle hears, those that guards ask for, and those that
// plans end with.
import type { Transition } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import type { IndexedStage } from '../../statechart/structure/stage-index.ts';
import { type Edit, instead, type PlacedText } from './edit.ts';

const heard = [
  ['outcome.below', 'outcome.meets'],
  ['outcome.meets', 'outcome.exceeds'],
] as const;

/** Where both are heard alike nothing would change. */
export function heardEdits(
  on: Record<string, Transition[]>,
  { pointer, stage }: { pointer: string; stage: StageId | null },
): Edit[] {
  return heard.flatMap(([one, other]): Edit[] => {
    const [first, second] = [on[one], on[other]];
    if (JSON.stringify(first) === JSON.stringify(second)) return [];
    const by = Object.fromEntries(
      Object.entries({ ...on, [one]: second, [other]: first }).filter(([, list]) => list !== undefined),
    );
    return [{ kind: 'outcome', pointer, change: `${one} and ${other} swapped`, stage, by }];
  });
}

const literal = /"(below|meets|exceeds)"/g;
const neighbour: Readonly<Record<string, string>> = { below: 'meets', meets: 'exceeds', exceeds: 'meets' };

/** One for each outcome that the guard writes out. */
export const askedEdits = (guard: PlacedText): Edit[] =>
  [...guard.text.matchAll(literal)].map(({ 0: whole, 1: outcome = '', index }) => {
    const { text } = guard;
    const by = `${text.slice(0, index)}"${neighbour[outcome]}"${text.slice(index + whole.length)}`;
    return instead('outcome', guard, by);
  });

export function finalEdits({ id, stage, place }: IndexedStage, endings: readonly string[]): Edit[] {
  if (stage.type !== 'final' || stage.outcome === undefined) return [];
  const { outcome } = stage;
  const other = endings[(endings.indexOf(outcome) + 1) % endings.length] ?? outcome;
  const by = other === outcome ? `not-${outcome}` : other;
  return [instead('outcome', { pointer: `/${place}/outcome`, text: outcome, stage: id }, by)];
}

/** How plans can end, each once. */
export const endingsOf = (stages: readonly IndexedStage[]): string[] => [
  ...new Set(stages.flatMap(({ stage }) => (stage.type === 'final' && stage.outcome ? [stage.outcome] : []))),
];
