// Scores the component from its observations, keeps the result in the plan and says which outcome it is.
import { type Outcome, outcomes } from '../../model/measure.ts';
import type { GoalResult } from '../../model/plan.ts';
import { restsOnDay } from '../../score/rests-on-day.ts';
import { scoreWithParts } from '../../score/score-with-parts.ts';
import { type Draft, fail, forget, type Happening } from './draft.ts';
import { jsonIn } from './evaluate-in.ts';
import type { Appraised } from './memory.ts';

/** The score is always that of the figures; `outcome` is an expression of what people decided over them. */
export function appraise(
  draft: Draft,
  { outcome: decided }: { outcome?: string | undefined },
  place: string,
): Happening[] {
  const given = decided === undefined ? null : outcomeIn(draft, decided, `${place}/outcome`);
  const appraised = draft.fault ? null : appraisedIn(draft, place);
  if (!appraised) return [];
  const { score, goals } = appraised;
  const outcome = given ?? score.outcome;
  draft.plan.score = score.score;
  draft.plan.outcome = outcome;
  draft.plan.coverage = score.coverage;
  draft.plan.goals = goals;
  draft.effects.push({ type: 'record-score', score });
  forget(draft, ['score', 'outcome', 'coverage', 'goals']);
  return [{ type: `outcome.${outcome ?? 'not-scored'}`, data: {} }];
}

/** Null when nobody decided, and after a fault. */
function outcomeIn(draft: Draft, text: string, place: string): Outcome | null {
  const given = jsonIn(draft, text, place);
  if (given === undefined || given === null) return null;
  const outcome = outcomes.find((known) => known === given);
  if (outcome) return outcome;
  fail(
    draft,
    text,
    place,
    `What was decided is ${outcomes.map((known) => `"${known}"`).join(', ')}, or null where the figures stand; this gives ${JSON.stringify(given)}.`,
  );
  return null;
}

/** Goals that align in a circle cannot be scored; that is for a person to mend. */
function appraisedIn(draft: Draft, place: string): Appraised | null {
  try {
    const { memory } = draft;
    return memory ? memory.scores(restsOf(draft), () => appraisedBy(draft)) : appraisedBy(draft);
  } catch (cause) {
    fail(draft, 'appraise', place, cause instanceof Error ? cause.message : String(cause));
    return null;
  }
}

function restsOf({ situation: { at, facts }, plan, time }: Draft): unknown[] {
  const { component, goals, measures, observations, calendar, below, agreed, agreements } = facts;
  const day = restsOnDay(measures) ? time.dateOf(at, calendar) : null;
  const { start, end } = plan.period;
  return [
    observations,
    goals,
    measures,
    calendar,
    below,
    agreed,
    agreements,
    plan.componentId,
    component,
    start,
    end,
    day,
  ];
}

function appraisedBy({ situation: { at, facts }, plan: { componentId, period } }: Draft): Appraised {
  const { component, goals, measures, observations, calendar, agreed, agreements, below = [] } = facts;
  const evidence = { goals, measures, observations, period, at, calendar, agreed, agreements };
  const score = scoreWithParts({ componentId, components: [component], ...evidence }, below);
  const results = score.goals.map((goal): [string, GoalResult] => [
    goal.goalId,
    { score: goal.score, outcome: goal.outcome, coverage: goal.coverage },
  ]);
  return { score, goals: Object.fromEntries(results) };
}
