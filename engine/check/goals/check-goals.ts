// The problems of goals, measures, standards and alignments, each with the place of its record: /goals/2/title.
import type { Problem } from '../../model/problem.ts';
import { checkAlignments } from './alignment-rules.ts';
import { checkBalance, checkTogether } from './balance-rules.ts';
import { checkEachGoal } from './goal-rules.ts';
import { checkMeasures } from './measure-rules.ts';
import { type GoalsToCheck, viewGoals } from './records.ts';
import { checkStandards } from './standard-rules.ts';

/** What the goals of each component lack as a whole: part of what `checkGoals` finds, there at the first of them. */
export const checkGoalsTogether = (given: GoalsToCheck): Problem[] => checkTogether(viewGoals(given));

export function checkGoals(given: GoalsToCheck): Problem[] {
  const view = viewGoals(given);
  return [
    ...checkBalance(view),
    ...checkEachGoal(view),
    ...checkMeasures(view),
    ...checkStandards(view),
    ...checkAlignments(view),
  ];
}
