// CYC-03: a decision between guarded transitions says what happens when no guard holds,
// and none of its branches stands where it is never tried.
import type { Problem } from '../model/problem.ts';
import { covers } from '../statechart/structure/event-names.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { branchesOf, type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { taskOfEvent } from './tasks-of.ts';

const isGuarded = ({ transition }: PlacedTransition): boolean => transition.guard !== undefined;
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The last guard is the opposite of another one. */
function isExhaustive(branches: PlacedTransition[]): boolean {
  const guards = branches.map(({ transition }) => squeeze(transition.guard ?? ''));
  const last = guards.at(-1);
  return guards.slice(0, -1).some((guard) => last === `not(${guard})` || guard === `not(${last})`);
}

function deadBranches(branches: PlacedTransition[], stage: string | null): Problem[] {
  const taken = branches.findIndex((branch) => !isGuarded(branch));
  if (taken < 0) return [];
  return branches.slice(taken + 1).map(({ place }) => {
    const message = 'This transition is never taken: one before it has no guard. Move it up or remove it.';
    return makeProblem('CYC-03', 'warning', { place, stage }, message);
  });
}

const listens = (transitions: readonly PlacedTransition[], type: string): boolean =>
  transitions.some(
    (placed) => placed.trigger.kind === 'event' && covers(placed.trigger.type, type) && !isGuarded(placed),
  );

/** By a wider pattern in the same stage, or by a stage around. */
function heardElsewhere(
  view: ChartView,
  entry: IndexedStage,
  branches: PlacedTransition[],
  type: string,
): boolean {
  const own = (view.transitions.get(entry.id) ?? []).filter((placed) => !branches.includes(placed));
  const above = lineage(view.index, entry.id).slice(1);
  return (
    listens(own, type) ||
    listens(view.everywhere, type) ||
    above.some(({ id }) => listens(view.transitions.get(id) ?? [], type))
  );
}

/** Ways out of the stage, or of one around it, that do not need this list. */
function hasOtherExit(view: ChartView, entry: IndexedStage, branches: PlacedTransition[]): boolean {
  const inLine = lineage(view.index, entry.id).flatMap(({ id }) => view.transitions.get(id) ?? []);
  return inLine.some((placed) => !branches.includes(placed) && placed.trigger.kind !== 'done');
}

function missingElse(view: ChartView, entry: IndexedStage, branches: PlacedTransition[]): Problem[] {
  const last = branches.at(-1);
  if (last === undefined || !branches.every(isGuarded) || isExhaustive(branches)) return [];
  const at = { place: last.place, stage: entry.id };
  const { trigger } = last;
  const say = (severity: Problem['severity'], message: string) => [
    makeProblem('CYC-03', severity, at, message),
  ];
  switch (trigger.kind) {
    case 'always':
      if (hasOtherExit(view, entry, branches)) return [];
      return say(
        'error',
        `When no guard holds, ${nameOf(view, entry.id)} is stuck. End the list with a transition without a guard.`,
      );
    case 'done':
      return say(
        'warning',
        'When no guard holds once all inside is done, the plan stays here. Add a transition without a guard.',
      );
    case 'timer':
      return say(
        'warning',
        'When the guard does not hold as the timer fires, the timer is spent. Add another way on.',
      );
    case 'event': {
      if (heardElsewhere(view, entry, branches, trigger.type)) return [];
      // A person is told why and can mend the form; what another system sent is lost.
      const mild = branches.length === 1 || taskOfEvent(trigger.type) !== null;
      const severity = mild ? 'info' : 'warning';
      return say(
        severity,
        `When no guard holds, ${trigger.type} is refused and the plan stays here. Add a transition without a guard if it should go on.`,
      );
    }
  }
}

export const checkDecisions = (view: ChartView): Problem[] => [
  ...branchesOf(view.everywhere).flatMap((branches) => deadBranches(branches, null)),
  ...view.stages.flatMap((entry) =>
    branchesOf(view.transitions.get(entry.id) ?? []).flatMap((branches) => [
      ...deadBranches(branches, entry.id),
      ...missingElse(view, entry, branches),
    ]),
  ),
];
