// Writes a migration, or its undoing, down in a plan's records: one history line, and everybody who listens is told.
import {
  type Effect,
  type JsonObject,
  type Migrated,
  migratedEvent,
  type Plan,
  type StageMove,
  undoneEvent,
} from '../../../engine/index.ts';
import { appendToPlan, insertInbox } from '../../store/queries/history.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { queueDeliveries } from '../deliveries/queue-deliveries.ts';
import { type Applying, tell } from '../effects/applying.ts';
import type { MigrationEventData } from './read-live-plan.ts';

interface Kept {
  db: Db;
  /** As it is now. */
  plan: Plan;
  at: string;
  actor: string;
  migrationId: string;
}

/** What the migration asked for, as the history shows it; it is applied by other hands. */
export const effectsOf = ({ tasks, timers }: Migrated): Effect[] => [
  ...tasks.flatMap((task): Effect[] => {
    if (task.kind === 'opened') return [task.effect];
    if (task.kind === 'carried') return [];
    return [{ type: 'close-task', key: task.from, activation: task.activation, because: 'stage-left' }];
  }),
  ...timers.flatMap((timer): Effect[] => {
    if (timer.kind === 'cancelled')
      return [{ type: 'cancel-timer', timerId: timer.from, activation: timer.activation }];
    if (timer.kind === 'carried') return [];
    const { to: timerId, stage, activation, dueAt } = timer;
    return [{ type: 'arm-timer', timerId, stage, activation, dueAt }];
  }),
];

/** `type` and its data are an event of the plan; its id makes it count once. */
export function beginKeeping(
  kept: Kept,
  given: { undone: boolean; data: MigrationEventData; effects: Effect[] },
): Applying {
  const { db, plan, at, actor, migrationId } = kept;
  const id = `${given.undone ? 'migration-undo' : 'migration'}:${migrationId}`;
  const event = { id, type: given.undone ? undoneEvent : migratedEvent, data: given.data };
  return { db, plan, event, effects: given.effects, actor, at, outgoing: [] };
}

export async function keepMigration(
  applying: Applying,
  { migrationId, moves }: { migrationId: string; moves: StageMove },
): Promise<void> {
  const { db, plan, event, effects, actor, at } = applying;
  const {
    id: planId,
    revision,
    stage,
    status,
    round,
    outcome,
    score,
    coverage,
    cycleId,
    cycleVersion,
  } = plan;
  await insertInbox(db, { planId, eventId: event.id, revision });
  const summary = { stage, status, round, outcome, score, coverage };
  await appendToPlan(db, { planId, revision, at, actor, event, moves, effects, ...summary });
  const data: JsonObject = { revision, stage, status, version: cycleVersion, migrationId };
  const { componentId } = plan;
  await appendFeed(db, { at, type: event.type, planId, componentId, data });
  const { from, to } = event.data;
  const detail = {
    ...{ migrationId, cycleId, version: cycleVersion, revision },
    ...changeOf({ version: from }, { version: to }),
  };
  await appendAudit(db, { at, actor, action: event.type, resource: `plans/${planId}`, detail });
  const sent = event.type === undoneEvent ? 'plan.migration-undone' : 'plan.migrated';
  tell(applying, sent, { version: cycleVersion, stage });
  await queueDeliveries(db, ...applying.outgoing);
}
