// CYC-08: in a cycle of more than four months people speak with each other at least once a quarter.
import type { StageId } from '../../model/ids.ts';
import type { Problem } from '../../model/problem.ts';
import { type IndexedStage, lineage } from '../../statechart/structure/stage-index.ts';
import { type ChartView, makeProblem, nameOf, stagesInside } from '../chart-view.ts';
import { add } from '../fixes/edits.ts';
import { purposeOf, tasksOf } from '../tasks-of.ts';
import { daysOfDelay, daysOfSpan } from './lengths.ts';

const quarter = 92;
const fourMonths = 122;

const talks = new Set(['feedback', 'self-appraisal', 'appraisal', 'observation']);

/** Feedback, a review, or anything that is asked while observing. */
const isTalk = ({ stage }: IndexedStage): boolean =>
  tasksOf(stage).some(([, task]) => talks.has(purposeOf(task) ?? '')) ||
  (stage.type !== 'history' && stage.kind === 'observe' && tasksOf(stage).length > 0) ||
  ('on' in stage && Object.hasOwn(stage.on ?? {}, 'feedback.received'));

/** The stage, what is in it, around it and beside it. */
function companyOf(view: ChartView, id: StageId): IndexedStage[] {
  const line = lineage(view.index, id);
  const parallel = line.findLast(({ stage }) => stage.type === 'parallel')?.id ?? id;
  return [...line, ...stagesInside(view, parallel)];
}

/** How long a plan stays by its timers that lead on; the longest counts. */
function waitOf(view: ChartView, id: StageId): number {
  const timers = (view.transitions.get(id) ?? []).flatMap(({ trigger, transition }) =>
    trigger.kind === 'timer' && transition.to !== undefined ? [daysOfDelay(trigger.delay) ?? 0] : [],
  );
  return Math.max(0, ...timers);
}

const taskDays = ({ stage }: IndexedStage): number =>
  Math.max(0, ...tasksOf(stage).map(([, { due }]) => (due === undefined ? 0 : (daysOfSpan(due) ?? 0))));

/** Quiet stages that follow each other by their timers add up. */
function quietAfter(
  view: ChartView,
  id: StageId,
  quiet: ReadonlySet<StageId>,
  seen: ReadonlySet<StageId>,
): number {
  if (!quiet.has(id) || seen.has(id)) return 0;
  const next = (view.transitions.get(id) ?? []).flatMap(({ trigger, transition: { to } }) =>
    trigger.kind === 'timer' && to !== undefined ? [to] : [],
  );
  const path = new Set([...seen, id]);
  return waitOf(view, id) + Math.max(0, ...next.map((to) => quietAfter(view, to, quiet, path)));
}

export function checkFrequency(view: ChartView): Problem[] {
  const length = view.stages.reduce(
    (sum, entry) => sum + Math.max(waitOf(view, entry.id), taskDays(entry)),
    0,
  );
  if (length <= fourMonths) return [];
  const waiting = view.stages.filter(({ id }) => waitOf(view, id) > 0 && !companyOf(view, id).some(isTalk));
  const quiet = new Set(waiting.map(({ id }) => id));
  const told = new Set<StageId>();
  return waiting.flatMap(({ id, place, stage }) => {
    const days = quietAfter(view, id, quiet, new Set());
    // The first of several in a row tells of all.
    if (days <= quarter || told.has(id)) return [];
    for (const { transition } of view.transitions.get(id) ?? []) if (transition.to) told.add(transition.to);
    const message = `From ${nameOf(view, id)} on nobody is asked for feedback or a check-in for about ${Math.round(days / 30.4)} months. Ask once a quarter at least.`;
    const problem = makeProblem('CYC-08', 'warning', { place, stage: id }, message);
    if ('tasks' in stage && stage.tasks !== undefined) return [problem];
    const task = {
      title: 'Exchange feedback',
      assignee: 'manager',
      form: 'feedback',
      due: '60bd',
      escalate: [{ after: '3bd', to: 'manager.manager' }],
    };
    const commands = [add(`/${place}/tasks`, { [`${id}-feedback`.slice(0, 64)]: task })];
    return [{ ...problem, fixes: [{ title: 'Ask for feedback here', commands }] }];
  });
}
