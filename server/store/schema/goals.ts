// The tables of what is to be reached and what was measured.
import type { Generated } from 'kysely';
import type { JsonText } from './cells.ts';

/** Goals and measures are stored as their document; the columns are what is searched. */
export interface GoalRow {
  id: string;
  componentId: string;
  version: number;
  document: JsonText;
  updatedAt: string;
}

export interface MeasureRow {
  id: string;
  goalId: string;
  componentId: string;
  version: number;
  document: JsonText;
  updatedAt: string;
}

export interface ObservationRow {
  id: string;
  measureId: string;
  componentId: string;
  periodStart: string;
  periodEnd: string;
  status: string;
  supersedes: string | null;
  document: JsonText;
  at: string;
}

/** A goal as it was from an instant on. */
export interface GoalVersionRow extends Pick<GoalRow, 'componentId' | 'document'> {
  seq: Generated<number>;
  goalId: string;
  at: string;
  /** 1: found when the record of goals began, so that what it was before is not known. */
  carried: Generated<number>;
}

/** A measure as it was from an instant on. */
export interface MeasureVersionRow extends Omit<GoalVersionRow, 'goalId'> {
  measureId: string;
  goalId: string;
}

export interface GoalsTables {
  goals: GoalRow;
  goalVersions: GoalVersionRow;
  measures: MeasureRow;
  measureVersions: MeasureVersionRow;
  observations: ObservationRow;
}
