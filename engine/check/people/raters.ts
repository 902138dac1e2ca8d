// CYC-17: what peers and reports say cannot be told apart: a threshold of at least three, and at least as many
// who are expected to answer.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { add, replace } from '../fixes/edits.ts';
import { isCollected, type TaskAt, tasksAt } from '../tasks-of.ts';

const least = 3;
const collected = new Set(['feedback', 'appraisal']);

const groupOf = ({ task }: TaskAt): string =>
  task.raters?.group ?? (task.assignee === 'reports' ? 'report' : 'peer');

/** Of so many an answer is sure to come before the plan moves on; null when that is not known. */
function expectedOf({ task: { assignee, raters, complete } }: TaskAt): number | null {
  const asked = raters?.expected ?? Number(/^peers\((\d+)\)$/.exec(assignee)?.[1] ?? Number.NaN);
  const enough = complete === 'any' ? 1 : typeof complete === 'number' ? complete : Number.POSITIVE_INFINITY;
  const expected = Math.min(asked, enough);
  return Number.isFinite(expected) ? expected : null;
}

function thresholdOf(at: TaskAt): Problem[] {
  const { task, stage, place } = at;
  const group = groupOf(at);
  if (task.raters === undefined) {
    const message = `What each ${group} says can be told from the answers: nothing says from how many on they are shown. Set a threshold of ${least}.`;
    const raters = { group, threshold: least };
    const title = `Show the answers from ${least} on`;
    const problem = makeProblem('CYC-17', 'warning', { place, stage }, message);
    return [{ ...problem, fixes: [{ title, commands: [add(`/${place}/raters`, raters)] }] }];
  }
  const { threshold } = task.raters;
  if (threshold !== undefined && threshold >= least) return [];
  const message = `With a threshold of ${threshold ?? 1} it can be told who said what. Set it to ${least} at least, or say that the answers are named.`;
  const path = `/${place}/raters/threshold`;
  const command = threshold === undefined ? add(path, least) : replace(path, least);
  const problem = makeProblem('CYC-17', 'warning', { place: `${place}/raters`, stage }, message);
  return [{ ...problem, fixes: [{ title: `Show the answers from ${least} on`, commands: [command] }] }];
}

function expectationOf(at: TaskAt): Problem[] {
  const { task, stage, place } = at;
  const threshold = task.raters?.threshold ?? least;
  const expected = expectedOf(at);
  if (expected === null || expected >= threshold) return [];
  const message = `Only ${expected} are sure to answer, so that a threshold of ${threshold} is not reached and nothing is shown. Ask more, or wait for more.`;
  return [makeProblem('CYC-17', 'warning', { place, stage }, message)];
}

export const checkRaters = (view: ChartView): Problem[] =>
  tasksAt(view.stages)
    .filter((at) => isCollected(at) && collected.has(at.purpose ?? '') && at.task.raters?.named !== true)
    .flatMap((at) => [...thresholdOf(at), ...expectationOf(at)]);
