// The tables of what is done to many plans at once: launches and migrations.
import type { Generated } from 'kysely';
import type { Flag, JsonText } from './cells.ts';

export interface LaunchRow {
  id: string;
  cycleId: string;
  version: number;
  periodStart: string;
  periodEnd: string;
  variables: JsonText;
  /** The plan that asked for it, when a cycle started another. */
  originPlanId: string | null;
  /** Also for components that have an active plan of the cycle. */
  again: Flag;
  /** named, confidential or anonymous: how raters answer in its plans. Never changed. */
  anonymity: Generated<string>;
  status: string;
  total: number;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
}

export interface LaunchItemRow {
  launchId: string;
  position: number;
  componentId: string;
  state: string;
  planId: string | null;
  problem: string | null;
}

/** Plans taken from one version of their cycle to another. */
export interface MigrationRow {
  id: string;
  cycleId: string;
  fromVersion: number;
  toVersion: number;
  mapping: JsonText;
  dryRun: Flag;
  status: string;
  total: number;
  /** None of a rehearsal, or where it was before reasons were asked for. */
  reason: string | null;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

export interface MigrationItemRow {
  migrationId: string;
  position: number;
  planId: string;
  state: string;
  /** Of the plan, once it is migrated. */
  revision: number | null;
  report: JsonText | null;
  /** What takes the migration back: the plan and the rows as they were. */
  before: JsonText | null;
  undoState: string | null;
  undoProblem: string | null;
}

export interface LaunchesTables {
  launches: LaunchRow;
  launchItems: LaunchItemRow;
  migrations: MigrationRow;
  migrationItems: MigrationItemRow;
}
