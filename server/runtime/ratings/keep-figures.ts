// A further version of an appraised score, in the commit of the figures that it rests on: the plan stays where and as it
// was rated, with a line more in its history. Nothing moves by it, so no plan above hears of it but those that the same
// figures reach. ADR 0076.
import { figuresChanged, type JsonObject, type Plan, type PlanEvent } from '../../../engine/index.ts';
import { appendHistory, insertInbox } from '../../store/queries/history.ts';
import { receivePlan, updatePlan } from '../../store/queries/plans.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { insertLaterScore, type LateFigure } from '../../store/queries/score-versions.ts';
import type { ScoreVersionRow } from '../../store/schema/plans.ts';
import type { Db } from '../../store/schema.ts';
import { queueDeliveries } from '../deliveries/queue-deliveries.ts';
import { type Applying, tell } from '../effects/applying.ts';

export interface Figures {
  score: number | null;
  outcome: Plan['outcome'];
  coverage: number;
}

export interface LaterFigures
  extends Pick<ScoreVersionRow, 'planId' | 'revision' | 'version' | 'at' | 'actor' | 'document'> {
  reason: LateFigure[];
  /** As it was appraised. */
  given: Figures;
  /** By the version before. */
  before: Figures;
  now: Figures;
}

const nowhere = { left: [], entered: [], transitions: [], asked: [] };

/** A rating is for people to change: the plan keeps what it was given. */
async function writeDown(
  db: Db,
  { at, actor }: LaterFigures,
  { planId, event }: { planId: string; event: PlanEvent },
) {
  const received = await receivePlan(db, planId, event.id);
  if (!received) throw new Error(`${planId} was appraised and is not there.`);
  const plan: Plan = { ...received.plan, revision: received.plan.revision + 1 };
  const { revision, stage, status, round, outcome, score, coverage } = plan;
  const line = { planId, revision, at, actor, event, moves: nowhere, effects: [] };
  const summary = { stage, status, round, outcome, score, coverage };
  const seq = await appendHistory(db, { ...line, ...summary }, received.lastLine);
  if (!(await updatePlan(db, plan, seq))) throw new Error(`${planId} moved while its figures changed.`);
  await insertInbox(db, { planId, eventId: event.id, revision });
  return plan;
}

export async function keepFigures(db: Db, later: LaterFigures): Promise<void> {
  const { planId, revision, version, at, actor, document, reason, given, before, now } = later;
  await insertLaterScore(db, {
    planId,
    revision,
    version,
    at,
    actor,
    document,
    reason: JSON.stringify(reason),
  });
  const data = { version, given: { ...given }, now: { ...now }, figures: reason } as unknown as JsonObject;
  const event = { id: `figures:${revision}:${version}`, type: figuresChanged, data };
  const plan = await writeDown(db, later, { planId, event });
  const { componentId, stage, status } = plan;
  await appendFeed(db, {
    ...{ at, type: 'plan.moved', planId, componentId },
    data: { revision: plan.revision, stage, status, event: event.type },
  });
  const detail = { version, figures: reason.map(({ measureId }) => measureId), ...changeOf(before, now) };
  await appendAudit(db, { at, actor, action: 'score.correct', resource: `plan/${planId}`, detail });
  const applying: Applying = { db, plan, event, effects: [], actor, at, outgoing: [] };
  tell(applying, figuresChanged, {});
  await queueDeliveries(db, ...applying.outgoing);
}
