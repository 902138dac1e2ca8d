// Writes a step down: the event taken, the history line, the plan's news, and all that the step asked for.
import type { Effect, Plan, PlanEvent, StageMove } from '../../../engine/index.ts';
import { appendHistory, insertInbox } from '../../store/queries/history.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { applyEffects } from '../effects/apply-effects.ts';
import { type Applying, tell } from '../effects/applying.ts';

export interface KeptStep {
  plan: Plan;
  effects: Effect[];
  moves: StageMove;
  event: PlanEvent;
  actor: string;
  at: string;
}

async function announce(db: Db, { plan, event, at }: KeptStep): Promise<void> {
  await appendFeed(db, {
    at,
    type: plan.revision === 1 ? 'plan.started' : 'plan.moved',
    planId: plan.id,
    componentId: plan.componentId,
    data: { revision: plan.revision, stage: plan.stage, status: plan.status, event: event.type },
  });
}

/** Writes the line of the history, behind the plan's last. Gives its `seq`, which the plan is written with. */
export function writeLine(db: Db, step: KeptStep, previous: number | null): Promise<number> {
  const { plan, effects, moves, event, actor, at } = step;
  const { id: planId, revision, stage, status, round, outcome, score, coverage } = plan;
  const summary = { stage, status, round, outcome, score, coverage };
  return appendHistory(db, { planId, revision, at, actor, event, moves, effects, ...summary }, previous);
}

/** The plan and its line are written already: by the plan the step's revision was checked. */
export async function keepStep(db: Db, step: KeptStep): Promise<void> {
  const { plan, effects, moves, event, actor, at } = step;
  const { id: planId, revision, stage } = plan;
  await insertInbox(db, { planId, eventId: event.id, revision });
  await announce(db, step);
  const applying: Applying = { db, plan, event, effects, actor, at, outgoing: [] };
  if (revision === 1) tell(applying, 'plan.started', { stage });
  else if (moves.entered.length > 0) tell(applying, 'plan.moved', { stage });
  await applyEffects(applying);
}
