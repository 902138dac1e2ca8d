// A task that nobody can complete: whatever its form says, no guard holds, and nothing changes while it is open.
import type { Witness } from '../expression/guards/decide-branches.ts';
import { stuckWhatever } from '../expression/guards/stuck-whatever.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { type ChartView, isInside } from './chart-view.ts';
import type { BranchReader } from './guards/branch-reader.ts';
import { actionsAt } from './places.ts';

const answers = ['result', 'event'];
const appraised = ['outcome', 'score', 'coverage'];

/** Goals, days and people change by themselves while a task waits; these only where the cycle says so. */
const isSteady = ({ cycle }: ChartView, name: string): boolean =>
  name === 'round' || appraised.includes(name) || Object.hasOwn(cycle.variables ?? {}, name);

/** By another part of a parallel stage, or by what holds in every stage. */
function changesMeanwhile(view: ChartView, { id }: IndexedStage, names: readonly string[]): boolean {
  const parallel = lineage(view.index, id).findLast(({ stage }) => stage.type === 'parallel');
  return actionsAt(view).some(({ action, stage }) => {
    if (stage !== null && (parallel === undefined || !isInside(view, stage, parallel.id))) return false;
    if (action.do === 'appraise') return names.some((name) => appraised.includes(name));
    return action.do === 'set' && names.includes(action.variable);
  });
}

/** Values for which the task can never be completed; null when there are none that are known. */
export function refusedAlways(
  view: ChartView,
  reader: BranchReader,
  entry: IndexedStage,
  branches: readonly PlacedTransition[],
): Witness | null {
  const [first] = branches;
  const guards = branches.map(({ transition }) => reader.guardOf(transition.guard ?? 'true'));
  if (first === undefined || guards.includes(null)) return null;
  const names = branches.flatMap(({ transition }) => [...view.namesIn(transition.guard)]);
  const others = names.filter(
    (name) => !answers.includes(name) && view.cycle.decisions?.[name] === undefined,
  );
  if (!others.every((name) => isSteady(view, name)) || changesMeanwhile(view, entry, others)) return null;
  return stuckWhatever(
    guards.filter((guard) => guard !== null),
    reader.domainsFor(first),
    (text) => answers.some((answer) => view.namesIn(text).has(answer)),
  );
}
