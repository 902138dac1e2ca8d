// The goals that an appraisal rates: those that are open now, with what was typed of each, and those that were met or
// stopped since it was typed, so that no words are lost.
import type { Goal, Outcome } from '../../../engine/index.ts';

export interface RatedGoal {
  goalId: string;
  title: string;
  scored: Outcome | null;
  results: Outcome | null;
  methods: Outcome | null;
  evidence: string;
  evidenceIds?: string[];
}

export interface GoalToRate extends RatedGoal {
  status: Goal['status'];
}

type Known = Pick<Goal, 'id' | 'title' | 'status'>;

const isTyped = ({ methods, evidence, evidenceIds = [] }: RatedGoal): boolean =>
  methods !== null || evidence.trim() !== '' || evidenceIds.length > 0;

/** Neither its methods nor its evidence is missing. */
export const isRated = ({ methods, evidence }: RatedGoal): boolean =>
  methods !== null && evidence.trim() !== '';

/** `scoredOf`: what the figures say of a goal. */
export function goalsToRate(
  typed: readonly RatedGoal[],
  goals: readonly Known[],
  scoredOf: (goalId: string) => Outcome | null,
): GoalToRate[] {
  return goals.flatMap(({ id: goalId, title, status }): GoalToRate[] => {
    const scored = scoredOf(goalId);
    const before = typed.find((one) => one.goalId === goalId);
    if (status !== 'open' && !(before && isTyped(before))) return [];
    const begun = before ?? { goalId, results: scored, methods: null, evidence: '' };
    return [{ ...begun, title, scored, status }];
  });
}
