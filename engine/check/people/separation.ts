// CYC-07: nobody rates themselves as their manager, decides on their own appeal, or calibrates their own reports alone.
import type { Problem } from '../../model/problem.ts';
import { lineage } from '../../statechart/structure/stage-index.ts';
import { type ChartView, isInside, makeProblem } from '../chart-view.ts';
import { replace } from '../fixes/edits.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';

const say = (place: string, stage: string, message: string, to: string): Problem => ({
  ...makeProblem('CYC-07', 'error', { place, stage }, message),
  fixes: [{ title: `Give it to ${to}`, commands: [replace(`/${place}`, to)] }],
});

const why: Partial<Record<NonNullable<TaskAt['purpose']>, { message: string; to: string }>> = {
  appraisal: {
    message:
      'The owner would appraise their own results. Give the appraisal to the manager; a self-review has its own form.',
    to: 'manager',
  },
  calibration: {
    message:
      'The owner would calibrate their own rating. Give the calibration to somebody above the manager, or to HR.',
    to: 'role:hr',
  },
  appeal: {
    message:
      'The owner would decide on their own appeal. Give it to somebody who took no part in the rating.',
    to: 'role:hr',
  },
  release: {
    message: 'The owner would release their own rating, and so read it first. Give the release to HR.',
    to: 'role:hr',
  },
};

function ofThemselves({ task, stage, place, purpose }: TaskAt): Problem[] {
  const rule = purpose === null ? undefined : why[purpose];
  if (!rule) return [];
  const escalated = (task.escalate ?? []).flatMap(({ to }, rung) =>
    to === 'owner' ? [say(`${place}/escalate/${rung}/to`, stage, rule.message, rule.to)] : [],
  );
  return task.assignee === 'owner'
    ? [say(`${place}/assignee`, stage, rule.message, rule.to), ...escalated]
    : escalated;
}

/** Everything that runs beside the stage, or in it. */
function besides(view: ChartView, stage: string): string | null {
  const around = lineage(view.index, stage).findLast((entry) => entry.stage.type === 'parallel');
  return around?.id ?? null;
}

/** A manager who calibrates has somebody else beside them. */
function alone(view: ChartView, tasks: readonly TaskAt[]): Problem[] {
  const calibrations = tasks.filter(({ purpose }) => purpose === 'calibration');
  return calibrations.flatMap(({ task, stage, place }) => {
    if (task.assignee !== 'manager') return [];
    const parallel = besides(view, stage);
    const others = calibrations.filter(
      (other) =>
        !['manager', 'owner'].includes(other.task.assignee) &&
        (other.stage === stage || (parallel !== null && isInside(view, other.stage, parallel))),
    );
    if (others.length > 0) return [];
    const message =
      'The manager would calibrate their own reports alone. Give it to somebody above, or let HR calibrate at the same time.';
    return [say(`${place}/assignee`, stage, message, 'manager.manager')];
  });
}

export function checkSeparation(view: ChartView): Problem[] {
  const tasks = tasksAt(view.stages);
  return [...tasks.flatMap(ofThemselves), ...alone(view, tasks)];
}
