// Scores the component from its observations, keeps the result in the plan and says which outcome it is.
import type { GoalResult } from '../../model/plan.ts';
import type { ComponentScore } from '../../model/score.ts';
import { scoreWithParts } from '../../score/score-with-parts.ts';
import { type Draft, fail, forget, type Happening } from './draft.ts';

export function appraise(draft: Draft, place: string): Happening[] {
  const score = scoreIn(draft, place);
  if (!score) return [];
  draft.plan.score = score.score;
  draft.plan.outcome = score.outcome;
  draft.plan.coverage = score.coverage;
  draft.plan.goals = Object.fromEntries(
    score.goals.map((goal): [string, GoalResult] => [
      goal.goalId,
      { score: goal.score, outcome: goal.outcome, coverage: goal.coverage },
    ]),
  );
  draft.effects.push({ type: 'record-score', score });
  forget(draft, ['score', 'outcome', 'coverage', 'goals']);
  return [{ type: `outcome.${score.outcome ?? 'not-scored'}`, data: {} }];
}

/** Goals that align in a circle cannot be scored; that is for a person to mend. */
function scoreIn(draft: Draft, place: string): ComponentScore | null {
  const { at, facts } = draft.situation;
  try {
    return scoreWithParts(
      {
        componentId: draft.plan.componentId,
        components: [facts.component],
        goals: facts.goals,
        measures: facts.measures,
        observations: facts.observations,
        period: draft.plan.period,
        at,
        calendar: facts.calendar,
      },
      facts.below ?? [],
    );
  } catch (cause) {
    fail(draft, 'appraise', place, cause instanceof Error ? cause.message : String(cause));
    return null;
  }
}
