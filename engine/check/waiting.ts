// CYC-02: no stage waits in silence. Something in it comes due by itself: a timer, or a task with a due time
// after which somebody else is asked.
import type { CycleTask } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import type { Fix, Problem } from '../model/problem.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import { type ChartView, isAtomic, makeProblem, nameOf, stagesInside } from './chart-view.ts';
import { add, append } from './fixes/edits.ts';
import type { Flow } from './flow.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Exit, Reach } from './reachable.ts';
import { tasksOf } from './tasks-of.ts';

const hasTimer = ({ stage }: IndexedStage): boolean =>
  ('after' in stage && (stage.after ?? []).length > 0) ||
  ('entry' in stage &&
    (stage.entry ?? []).some((action) => action.do === 'raise' && action.delay !== undefined));
const comesDue = ({ due }: CycleTask): boolean => due !== undefined;
const escalates = (task: CycleTask): boolean => comesDue(task) && (task.escalate ?? []).length > 0;

/** The stage, its containers, and all that runs beside it in the outermost parallel stage around it. */
function companyOf(view: ChartView, leaf: StageId, reach: Reach): IndexedStage[] {
  const line = lineage(view.index, leaf);
  const parallel = line.findLast(({ stage }) => stage.type === 'parallel');
  const beside = parallel ? stagesInside(view, parallel.id).filter(({ id }) => reach.stages.has(id)) : [];
  return [...line, ...beside];
}

/** No plan ever waits in it: it leads on at once, whatever holds. */
function isPassedThrough(leaf: IndexedStage, { nodes }: FlowGraph): boolean {
  return !nodes.some(({ resting, leaves }) => resting && leaves.includes(leaf.id));
}

/** An appraisal answers at once; that each answer is heard is CYC-03's to say. */
const isAppraised = (exits: readonly Exit[]): boolean =>
  exits.some(({ trigger }) => trigger.kind === 'event' && trigger.type.startsWith('outcome.'));

/** Who is asked when an assignee does not answer. */
export function nextAbove(assignee: string): string {
  if (assignee === 'owner') return 'manager';
  if (/^manager(\.manager)*$/.test(assignee)) return `${assignee}.manager`;
  return assignee === 'role:hr' ? 'sponsor' : 'role:hr';
}

function escalateFix({ place, stage }: IndexedStage): Fix | null {
  const [found] = tasksOf(stage).filter(([, task]) => !escalates(task));
  if (!found) return null;
  const [key, task] = found;
  const path = `/${place}/tasks/${key}`;
  const rung = { after: '3bd', to: nextAbove(task.assignee) };
  return {
    title: `Ask ${rung.to} as well when "${task.title}" is overdue`,
    commands: [
      ...(comesDue(task) ? [] : [add(`${path}/due`, '10bd')]),
      append(task.escalate, `${path}/escalate`, rung),
    ],
  };
}

function reminderFix(view: ChartView, { id, place, stage }: IndexedStage): Fix {
  const message = `${nameOf(view, id)} still waits.`;
  const timer = { delay: '20bd', do: [{ do: 'notify', to: 'manager', message }] };
  return {
    title: 'Tell the manager after twenty working days',
    commands: [append('after' in stage ? stage.after : undefined, `/${place}/after`, timer)],
  };
}

function silence(view: ChartView, leaf: IndexedStage, company: readonly IndexedStage[]): Problem[] {
  const tasks = company.flatMap(({ stage }) => tasksOf(stage).map(([, task]) => task));
  if (company.some(hasTimer) || tasks.some(escalates)) return [];
  const at = { place: leaf.place, stage: leaf.id };
  const name = nameOf(view, leaf.id);
  const fix = escalateFix(leaf) ?? reminderFix(view, leaf);
  if (tasks.some(comesDue)) {
    const message = `When the task of ${name} is overdue nobody else is asked. Escalate it, or add a timer.`;
    return [{ ...makeProblem('CYC-02', 'warning', at, message), fixes: [fix] }];
  }
  const message = `${name} can wait forever: it has no timer, and no task in it has a due time. Add one.`;
  return [{ ...makeProblem('CYC-02', 'error', at, message), fixes: [fix] }];
}

export function checkWaiting(view: ChartView, { ways, reach, graph }: Flow): Problem[] {
  return ways.leaves.filter(isAtomic).flatMap((leaf) => {
    const exits = ways.exits.get(leaf.id) ?? [];
    if (exits.length === 0) {
      const severity = ways.everywhere.length > 0 ? 'warning' : 'error';
      const at = { place: leaf.place, stage: leaf.id };
      return [
        makeProblem(
          'CYC-02',
          severity,
          at,
          `Nothing leads out of ${nameOf(view, leaf.id)}. Add a transition.`,
        ),
      ];
    }
    if (isPassedThrough(leaf, graph) || isAppraised(exits)) return [];
    return silence(view, leaf, companyOf(view, leaf.id, reach));
  });
}
