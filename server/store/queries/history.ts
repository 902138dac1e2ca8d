// History: one line per revision of a plan, and the inbox that makes each event count once.
import {
  type Effect,
  figuresChanged,
  type JsonObject,
  migratedEvent,
  type Outcome,
  type Plan,
  type PlanEvent,
  type StageCarried,
  type StageMove,
  undoneEvent,
} from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { HistoryRow, InboxRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';
import { linesOfPlans, linesWithin } from './history-lines.ts';

export interface HistoryLine {
  planId: string;
  revision: number;
  at: string;
  actor: string;
  event: PlanEvent;
  moves: StageMove;
  stage: string[];
  effects: Effect[];
  status: Plan['status'];
  round: number;
  outcome: Outcome | null;
  score: number | null;
  coverage: number | null;
}

type NewRow = Omit<HistoryRow, 'seq'>;
const insertQuery = prepare<NewRow, unknown>((db, row) => db.insertInto('history').values(row));

/** Behind the plan's line that is the last so far. Gives the line's `seq`: the plan has to name it. */
export async function appendHistory(db: Db, line: HistoryLine, previous: number | null): Promise<number> {
  const { insertId } = await insertQuery(db, {
    planId: line.planId,
    revision: line.revision,
    at: line.at,
    actor: line.actor,
    eventId: line.event.id,
    eventType: line.event.type,
    event: JSON.stringify(line.event.data),
    stageLeft: JSON.stringify(line.moves.left),
    stageEntered: JSON.stringify(line.moves.entered),
    transitions: JSON.stringify(line.moves.transitions),
    asked: JSON.stringify(line.moves.asked),
    stage: JSON.stringify(line.stage),
    effects: JSON.stringify(line.effects),
    status: line.status,
    round: line.round,
    outcome: line.outcome,
    score: line.score,
    coverage: line.coverage,
    previous,
  });
  if (insertId === undefined) throw new Error(`The line ${line.revision} of ${line.planId} has no number.`);
  return Number(insertId);
}

/** The line of a step whose plan is written already. */
export async function appendToPlan(db: Db, line: HistoryLine): Promise<void> {
  const { planId } = line;
  const plan = db.selectFrom('plans').select('lastLine').where('id', '=', planId);
  const { lastLine } = await plan.executeTakeFirstOrThrow();
  const seq = await appendHistory(db, line, lastLine);
  await db.updateTable('plans').set({ lastLine: seq }).where('id', '=', planId).execute();
}

const inboxQuery = prepare<InboxRow, unknown>((db, row) => db.insertInto('inbox').values(row));

export async function insertInbox(db: Db, row: InboxRow): Promise<void> {
  await inboxQuery(db, row);
}

export interface StoredLine extends HistoryLine {
  seq: number;
}

export function toLine(row: Omit<HistoryRow, 'seq'> & { seq: number }): StoredLine {
  const data: JsonObject = JSON.parse(row.event);
  return {
    seq: row.seq,
    planId: row.planId,
    revision: row.revision,
    at: row.at,
    actor: row.actor,
    event: { id: row.eventId, type: row.eventType, data },
    moves: {
      left: JSON.parse(row.stageLeft),
      entered: JSON.parse(row.stageEntered),
      transitions: JSON.parse(row.transitions),
      asked: JSON.parse(row.asked),
    },
    stage: JSON.parse(row.stage),
    effects: JSON.parse(row.effects),
    status: row.status as Plan['status'],
    round: row.round,
    outcome: row.outcome as Outcome | null,
    score: row.score,
    coverage: row.coverage,
  };
}

export async function findHistoryLine(db: Db, planId: string, revision: number): Promise<StoredLine | null> {
  const row = await linesWithin(db, { planId, from: revision, to: revision })
    .selectAll('history')
    .executeTakeFirst();
  return row ? toLine(row) : null;
}

/** Oldest first. */
export async function pageHistory(
  db: Db,
  page: { planId: string; after: number; limit: number },
): Promise<StoredLine[]> {
  const { planId, after, limit } = page;
  const from = Math.max(after, 0) + 1;
  const rows = await linesWithin(db, { planId, from, to: from + limit - 1 })
    .selectAll('history')
    .orderBy('history.revision')
    .execute();
  return rows.map(toLine);
}

export const migrationEvents = [migratedEvent, undoneEvent];

export interface WayLine {
  at: string;
  type: string;
  left: string[];
  entered: string[];
  /** By a migration: stages that went on under another name. */
  carried: StageCarried[];
}

/** What the event of a migration says; null is any other event. */
export const carriedBy = (event: JsonObject | null): StageCarried[] =>
  Array.isArray(event?.stages) ? (event.stages as unknown as StageCarried[]) : [];

/** The way of a plan through its stages, oldest first. */
export async function listWayLines(db: Db, planId: string): Promise<WayLine[]> {
  const rows = await linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .select(['at', 'eventType', 'stageLeft', 'stageEntered'])
    .select((e) =>
      e.case().when('eventType', 'in', migrationEvents).then(e.ref('event')).else(null).end().as('migration'),
    )
    .orderBy('revision')
    .execute();
  return rows.map(({ at, eventType, stageLeft, stageEntered, migration }) => ({
    at,
    type: eventType,
    left: JSON.parse(stageLeft),
    entered: JSON.parse(stageEntered),
    carried: carriedBy(migration === null ? null : JSON.parse(migration)),
  }));
}

/** The whole history of a plan, oldest first. */
export async function allHistory(db: Db, planId: string): Promise<StoredLine[]> {
  const rows = await linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .selectAll('history')
    .orderBy('revision')
    .execute();
  return rows.map(toLine);
}

/** The lines by which the plan came to another version of its cycle, oldest first. */
export async function listMigrationLines(db: Db, planId: string): Promise<StoredLine[]> {
  const rows = await linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .selectAll('history')
    .where('eventType', 'in', migrationEvents)
    .orderBy('revision')
    .execute();
  return rows.map(toLine);
}

/** Whether the plan's last revisions, so many of them and all since the instant, were timers'. */
export async function movedByTimersAlone(
  db: Db,
  { planId, revision, count, since }: { planId: string; revision: number; count: number; since: string },
): Promise<boolean> {
  if (revision < count) return false;
  const { moves } = await linesWithin(db, { planId, from: revision - count + 1 })
    .select((e) => e.fn.countAll<number>().as('moves'))
    .where('eventType', 'like', 'timer.%')
    .where('at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(moves) === count;
}

/** The lines of the cycle's plans that ended last, so many of them; plan by plan, the oldest line first. */
export async function listFinishedLines(
  db: Db,
  { cycleId, plans }: { cycleId: string; plans: number },
): Promise<StoredLine[]> {
  const rows = await linesOfPlans(db, (plan) =>
    plan('p.id', 'in', (e) =>
      e
        .selectFrom('plans')
        .select('id')
        .where('cycleId', '=', cycleId)
        .where('status', '=', 'ended')
        .orderBy('movedAt', 'desc')
        .limit(plans),
    ),
  )
    .selectAll('history')
    .where('eventType', '<>', figuresChanged)
    .orderBy('planId')
    .orderBy('revision')
    .execute();
  return rows.map(toLine);
}
