// What people put their names to: goals, measures, weights and standards. How far a goal has come, and what somebody
// thinks of its links, changes while the plan is under way and is no part of it.
import { comparePlanDocuments, type PlanDocument } from '../compare/compare-plan-documents.ts';
import type { Difference } from '../compare/difference.ts';
import type { Goal } from '../model/goal.ts';

const agreedGoal = (goal: Goal): Goal => ({
  ...goal,
  status: goal.status === 'waived' || goal.status === 'stopped' ? goal.status : 'open',
  alignments: goal.alignments.map((link) => ({ ...link, contribution: null })),
});

const content = ({ goals, measures }: PlanDocument): PlanDocument => ({
  goals: goals.map(agreedGoal),
  measures,
});

/** What one of them says that the other does not: empty when who signed the one has signed the other. */
export const differencesToAgree = (signed: PlanDocument, other: PlanDocument): Difference[] =>
  comparePlanDocuments(content(signed), content(other));

/** The signed document with what goes on beside it: how far each goal has come, and its links as they are now. */
export function asItStands(signed: PlanDocument, now: readonly Goal[]): PlanDocument {
  const byId = new Map(now.map((goal) => [goal.id, goal]));
  const goals = signed.goals.map((goal) => {
    const current = byId.get(goal.id);
    if (!current) return goal;
    const status = current.status === 'met' || current.status === 'open' ? current.status : goal.status;
    return { ...goal, status, alignments: current.alignments };
  });
  return { goals, measures: signed.measures };
}
