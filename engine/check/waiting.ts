// CYC-02: no stage waits in silence. Something in it must come due by itself: a timer, or a task with a due time.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import { type ChartView, isAtomic, isInside, makeProblem, nameOf } from './chart-view.ts';
import type { Ways } from './exits.ts';
import type { Exit, Reach } from './reachable.ts';
import { tasksOf } from './tasks-of.ts';

const comesDue = ({ stage }: IndexedStage): boolean =>
  ('after' in stage && (stage.after ?? []).length > 0) ||
  tasksOf(stage).some(([, task]) => task.due !== undefined) ||
  ('entry' in stage &&
    (stage.entry ?? []).some((action) => action.do === 'raise' && action.delay !== undefined));

/** The stage, its containers, and all that runs beside it in the outermost parallel stage around it. */
function companyOf(view: ChartView, leaf: StageId, reach: Reach): IndexedStage[] {
  const line = lineage(view.index, leaf);
  const parallel = line.findLast(({ stage }) => stage.type === 'parallel');
  const beside = parallel
    ? view.stages.filter(({ id }) => reach.stages.has(id) && isInside(view, id, parallel.id))
    : [];
  return [...line, ...beside];
}

const isPassedThrough = ({ stage }: IndexedStage): boolean =>
  'always' in stage && (stage.always ?? []).some(({ guard, to }) => guard === undefined && to !== undefined);

/** An appraisal answers at once; that each answer is heard is CYC-03's to say. */
const isAppraised = (exits: readonly Exit[]): boolean =>
  exits.some(({ trigger }) => trigger.kind === 'event' && trigger.type.startsWith('outcome.'));

export function checkWaiting(view: ChartView, ways: Ways, reach: Reach): Problem[] {
  return ways.leaves.filter(isAtomic).flatMap((leaf) => {
    const at = { place: leaf.place, stage: leaf.id };
    const name = nameOf(view, leaf.id);
    const exits = ways.exits.get(leaf.id) ?? [];
    if (exits.length === 0) {
      const severity = ways.everywhere.length > 0 ? 'warning' : 'error';
      return [makeProblem('CYC-02', severity, at, `Nothing leads out of ${name}. Add a transition.`)];
    }
    if (isPassedThrough(leaf) || isAppraised(exits) || companyOf(view, leaf.id, reach).some(comesDue))
      return [];
    const message = `${name} can wait forever: it has no timer, and no task in it has a due time. Add one.`;
    return [makeProblem('CYC-02', 'warning', at, message)];
  });
}
