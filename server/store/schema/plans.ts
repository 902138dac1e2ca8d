// The tables of plans: where each is, how it got there, and what it waits for.
import type { Generated } from 'kysely';
import type { JsonText } from './cells.ts';

export interface PlanRow {
  id: string;
  componentId: string;
  cycleId: string;
  version: number;
  launchId: string | null;
  status: string;
  /** JSON array of the active stages, for listing and filtering. */
  stage: JsonText;
  outcome: string | null;
  score: number | null;
  coverage: number | null;
  round: number;
  ending: string | null;
  revision: number;
  /** The engine's Plan, whole. */
  state: JsonText;
  startedAt: string;
  movedAt: string;
  /** The `seq` of its last line in the history. */
  lastLine: number | null;
}

/** Every event that a plan has taken, once. A second one with the same id finds its answer here. */
export interface InboxRow {
  planId: string;
  eventId: string;
  revision: number;
}

export interface HistoryRow {
  seq: Generated<number>;
  planId: string;
  revision: number;
  at: string;
  actor: string;
  eventId: string;
  eventType: string;
  event: JsonText;
  stageLeft: JsonText;
  stageEntered: JsonText;
  /** JSON Pointers into the cycle document. */
  transitions: JsonText;
  /** The guards that the step asked, with what they looked at. */
  asked: JsonText;
  stage: JsonText;
  /** The step's effects, whole: with the columns below the answer that its sender was given. */
  effects: JsonText;
  status: string;
  round: number;
  outcome: string | null;
  score: number | null;
  coverage: number | null;
  /** The `seq` of the plan's line before it. */
  previous: number | null;
}

export interface ScoreRow {
  planId: string;
  revision: number;
  round: number;
  score: number | null;
  at: string;
  document: JsonText;
}

/** What an appraisal would have come to by figures that came after it; the appraisal itself is version 1, in `scores`. */
export interface ScoreVersionRow {
  planId: string;
  /** Of the appraisal. */
  revision: number;
  version: number;
  at: string;
  /** Who recorded what came later. */
  actor: string;
  /** Which figures came later. */
  reason: JsonText;
  document: JsonText;
}

/** What happens at an instant: a stage's timer, or a task's overdue mark, reminder or escalation. */
export interface TimerRow {
  id: string;
  planId: string;
  kind: string;
  name: string;
  activation: number;
  dueAt: string;
  data: JsonText;
}

export interface IncidentRow {
  id: string;
  planId: string;
  at: string;
  eventType: string;
  event: JsonText;
  actor: string;
  code: string;
  message: string;
  state: string;
  settledAt: string | null;
  settledBy: string | null;
  /** Why it was settled so; none where it was before reasons were asked for. */
  reason: string | null;
}

export interface InterventionRow {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  title: string;
  cause: string | null;
  /** Why the one who began it thinks so, and what is done to help. */
  analysis: string | null;
  support: string | null;
  at: string;
}

/** An ended plan whose cycle says how long something of it is kept, or says nothing. */
export interface PlanKeepingRow {
  planId: string;
  /** When something goes next; null: nothing does any more. */
  nextAt: string | null;
  /** By kind: when it goes, and when it went. */
  kinds: JsonText;
}

export interface PlansTables {
  planKeeping: PlanKeepingRow;
  plans: PlanRow;
  inbox: InboxRow;
  history: HistoryRow;
  scores: ScoreRow;
  scoreVersions: ScoreVersionRow;
  timers: TimerRow;
  incidents: IncidentRow;
  interventions: InterventionRow;
}
