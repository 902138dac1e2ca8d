// The answers of one round as whom they are about may read them: by group where it is large enough, else mixed with
// others, else not at all. Without names, instants or an order that tells who wrote first.
import type { Outcome } from '../model/measure.ts';
import type { RaterGroup } from '../model/rating.ts';
import { type AnswerGroup, shownGroups } from './shown-groups.ts';

export interface GivenAnswer {
  group: RaterGroup;
  authorId: string;
  text: string;
  threshold: number;
  /** How they see the way of working, when they were asked for it. */
  level?: Outcome | null;
}

export interface ShownAnswers {
  groups: RaterGroup[];
  texts: string[];
  /** How many gave each level. Null unless all of them did: who is left out would be a smaller group. */
  levels: Record<Outcome, number> | null;
}

export interface AnswersOfRound {
  shown: ShownAnswers[];
  /** Some answers are too few to be shown; how many is not told. */
  held: boolean;
}

const everybody = 'everybody';

/** By what is written: neither time nor author has a part in it. */
const inAnyOrder = (texts: readonly string[]): string[] =>
  [...texts].sort((a, b) => (a < b ? -1 : Number(a > b)));

function levelsOf(answers: readonly GivenAnswer[]): Record<Outcome, number> | null {
  if (answers.some(({ level }) => level == null)) return null;
  const counts = { below: 0, meets: 0, exceeds: 0 };
  for (const { level } of answers) if (level) counts[level] += 1;
  return counts;
}

const groupsOf = (answers: readonly GivenAnswer[]): RaterGroup[] =>
  [...new Set(answers.map(({ group }) => group))].sort();

const together = (answers: readonly GivenAnswer[]): ShownAnswers => ({
  groups: groupsOf(answers),
  texts: inAnyOrder(answers.map(({ text }) => text)),
  levels: levelsOf(answers),
});

/** The threshold of the round is the highest that any of its answers was promised. */
export function showAnswers(answers: readonly GivenAnswer[]): AnswersOfRound {
  const threshold = Math.max(0, ...answers.map((answer) => answer.threshold));
  const inside = groupsOf(answers).map(
    (id): AnswerGroup => ({
      id,
      people: answers.filter(({ group }) => group === id).map(({ authorId }) => authorId),
      inside: [],
    }),
  );
  const visible = shownGroups({ id: everybody, people: [], inside }, threshold);
  const apart = inside.filter(({ id }) => visible.has(id)).map(({ id }) => id);
  const mixed = answers.filter(({ group }) => !visible.has(group));
  const shown = apart.map((id) => together(answers.filter(({ group }) => group === id)));
  if (mixed.length === 0) return { shown, held: false };
  return visible.has(everybody) ? { shown: [...shown, together(mixed)], held: false } : { shown, held: true };
}
