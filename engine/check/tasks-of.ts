// Tasks of a cycle: where they stand, what they are for, and the events that tell of them.
import { type CycleTask, type Purpose, purposes, type Stage } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { IndexedStage } from '../statechart/structure/stage-index.ts';

const taskEvent = /^task\.(.+)\.(completed|overdue)$/;

export const taskOfEvent = (type: string): string | null => taskEvent.exec(type)?.[1] ?? null;

export const tasksOf = (stage: Stage): [string, CycleTask][] =>
  'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];

export interface TaskAt {
  key: TaskKey;
  task: CycleTask;
  stage: StageId;
  place: string;
  /** Null for a form of one's own that does not say it. */
  purpose: Purpose | null;
}

/** What it says it is for, else what its built-in form is for. */
export const purposeOf = ({ purpose, form }: Pick<CycleTask, 'purpose' | 'form'>): Purpose | null =>
  purpose ?? purposes.find((known) => known === form) ?? null;

export const tasksAt = (stages: readonly IndexedStage[]): TaskAt[] =>
  stages.flatMap(({ id, stage, place }) =>
    tasksOf(stage).map(([key, task]) => ({
      key,
      task,
      stage: id,
      place: `${place}/tasks/${key}`,
      purpose: purposeOf(task),
    })),
  );

/** A judgement of somebody's results by somebody else. */
export const isRating = ({ purpose }: TaskAt): boolean =>
  purpose === 'appraisal' || purpose === 'calibration';

/** Peers, reports and others of whom several answer. */
export const isCollected = ({ task: { assignee, raters } }: TaskAt): boolean =>
  /^(peers\(|reports$)/.test(assignee) || ['peer', 'report', 'customer'].includes(raters?.group ?? '');

/** What several said who are not to be told apart is as confidential as a rating. */
export const isUnnamed = (at: TaskAt): boolean =>
  isCollected(at) && at.purpose === 'feedback' && at.task.raters?.named !== true;
