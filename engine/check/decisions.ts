// CYC-03: a decision between guarded transitions says what happens when no guard holds, none of its branches stands
// where it is never taken, and where two could be taken their order is said. What is shown comes with an example.
import type { Problem, Severity } from '../model/problem.ts';
import { covers } from '../statechart/structure/event-names.ts';
import { type IndexedStage, lineage } from '../statechart/structure/stage-index.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { branchesOf, type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { remove } from './fixes/edits.ts';
import type { BranchReader } from './guards/branch-reader.ts';
import { completedTask } from './guards/form-schemas.ts';
import { type Example, exampleFor, inWords } from './guards/show-values.ts';
import { actionsAt } from './places.ts';
import { refusedAlways } from './refused-tasks.ts';
import { taskOfEvent } from './tasks-of.ts';

const isGuarded = ({ transition }: PlacedTransition): boolean => transition.guard !== undefined;

const withExample = (problem: Problem, example: Example | null): Problem =>
  example === null ? problem : { ...problem, counterexample: example };

const whyDead = (branches: PlacedTransition[], place: number, canHold: boolean): string => {
  if (!canHold)
    return 'This transition is never taken: its guard cannot hold, whatever the values. Mend the guard.';
  const before = branches.slice(0, place).some((branch) => !isGuarded(branch));
  const why = before ? 'one before it has no guard' : 'those before it hold whenever it does';
  return `This transition is never taken: ${why}. Move it up or remove it.`;
};

function deadBranches(reader: BranchReader, branches: PlacedTransition[], stage: string | null): Problem[] {
  const { possible, canHold } = reader.decide(branches);
  return branches.flatMap(({ place: at }, place) => {
    if (possible.includes(place)) return [];
    const message = whyDead(branches, place, canHold[place] !== false);
    const fixes = [{ title: 'Remove the transition', commands: [remove(`/${at}`)] }];
    return [{ ...makeProblem('CYC-03', 'warning', { place: at, stage }, message), fixes }];
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

const isOutcome = ({ trigger }: PlacedTransition): boolean =>
  trigger.kind === 'event' && trigger.type.startsWith('outcome.');

/** Ways out of the stage, or of one around it, that do not need this list. */
function hasOtherExit(view: ChartView, entry: IndexedStage, branches: PlacedTransition[]): boolean {
  const inLine = lineage(view.index, entry.id).flatMap(({ id }) => view.transitions.get(id) ?? []);
  const own = branches.some(isOutcome) ? isOutcome : (placed: PlacedTransition) => branches.includes(placed);
  return inLine.some((placed) => !own(placed) && placed.trigger.kind !== 'done');
}

const raises = (view: ChartView, type: string): boolean =>
  type.startsWith('outcome.') ||
  actionsAt(view).some(({ action }) => action.do === 'raise' && action.event === type);

/** Another timer leads on whatever holds. */
const endsAnyhow = (view: ChartView, entry: IndexedStage): boolean =>
  lineage(view.index, entry.id)
    .flatMap(({ id }) => view.transitions.get(id) ?? [])
    .some(
      ({ trigger, transition }) =>
        trigger.kind === 'timer' && transition.guard === undefined && transition.to !== undefined,
    );

interface Finding {
  severity: Severity;
  message: string;
}

function withoutElse(view: ChartView, entry: IndexedStage, branches: PlacedTransition[]): Finding | null {
  const trigger = branches.at(-1)?.trigger;
  const severity = hasOtherExit(view, entry, branches) ? 'warning' : 'error';
  const name = nameOf(view, entry.id);
  switch (trigger?.kind) {
    case undefined:
      return null;
    case 'always':
      if (severity === 'warning') return null;
      return {
        severity,
        message: `When no guard holds, ${name} is stuck. End the list with a transition without a guard.`,
      };
    case 'done':
      return {
        severity,
        message:
          'When no guard holds once all inside is done, the plan stays here. Add a transition without a guard.',
      };
    case 'timer':
      if (endsAnyhow(view, entry)) return null;
      return {
        severity,
        message: 'When the guard does not hold as the timer fires, the timer is spent. Add another way on.',
      };
    case 'event': {
      const { type } = trigger;
      if (heardElsewhere(view, entry, branches, type)) return null;
      if (raises(view, type))
        return {
          severity,
          message: `When no guard holds, ${type} is lost and the plan stays here. Add a transition without a guard.`,
        };
      // A person is told why and can mend the form; what another system sent is lost.
      const mild = branches.length === 1 || taskOfEvent(type) !== null;
      return {
        severity: mild ? 'info' : 'warning',
        message: `When no guard holds, ${type} is refused and the plan stays here. Add a transition without a guard if it should go on.`,
      };
    }
  }
}

/** What the form says makes no difference. */
function neverCompleted(view: ChartView, entry: IndexedStage, branches: PlacedTransition[]): Finding {
  const leaves = hasOtherExit(view, entry, branches);
  const stuck = leaves ? '' : `, and ${nameOf(view, entry.id)} is stuck`;
  return {
    severity: leaves ? 'warning' : 'error',
    message: `When no guard holds, the task cannot be completed whatever its form says${stuck}. End the list with a transition without a guard.`,
  };
}

function missingElse(
  view: ChartView,
  reader: BranchReader,
  entry: IndexedStage,
  branches: PlacedTransition[],
): Problem[] {
  const last = branches.at(-1);
  if (last === undefined || !branches.every(isGuarded)) return [];
  const decision = reader.decide(branches);
  const stuck = completedTask(last.trigger) === null ? null : refusedAlways(view, reader, entry, branches);
  const mild = decision.none === 'never' ? null : withoutElse(view, entry, branches);
  const finding = mild && stuck ? neverCompleted(view, entry, branches) : mild;
  if (finding === null) return [];
  const witness = stuck ?? decision.witness;
  const example = exampleFor(reader, branches, decision, { witness, holds: false });
  const hint = example === null ? '' : ` None holds ${inWords(example)}.`;
  const at = { place: last.place, stage: entry.id };
  return [withExample(makeProblem('CYC-03', finding.severity, at, `${finding.message}${hint}`), example)];
}

const doesTheSame = (a: PlacedTransition, b: PlacedTransition): boolean =>
  a.transition.to === b.transition.to &&
  JSON.stringify(a.transition.do ?? []) === JSON.stringify(b.transition.do ?? []);

/** Two that hold for the same values, where neither is the exception of the other. */
function overlapping(reader: BranchReader, branches: PlacedTransition[], stage: string | null): Problem[] {
  if (branches.filter(isGuarded).length < 2) return [];
  const decision = reader.decide(branches);
  return decision.overlaps.flatMap(({ first, second, witness, nested }) => {
    const [a, b] = [branches[first], branches[second]];
    // What always holds is meant for all other cases.
    if (!a || !b || !isGuarded(a) || !isGuarded(b) || nested || doesTheSame(a, b)) return [];
    const example = exampleFor(reader, [a, b], decision, { witness, holds: true });
    if (example === null) return [];
    const message = `This guard and an earlier one both hold ${inWords(example)}; the earlier one is taken. Say so in the guard if another was meant.`;
    const problem = makeProblem('CYC-03', 'info', { place: `${b.place}/guard`, stage }, message);
    const related = [{ pointer: `/${a.place}/guard`, stage, note: 'This one is taken.' }];
    return [{ ...withExample(problem, example), related }];
  });
}

/** Timers of one stage that fall due at the same instant have no order. */
function rivalTimers(view: ChartView, reader: BranchReader, { id }: IndexedStage): Problem[] {
  const timers = (view.transitions.get(id) ?? []).filter(({ trigger }) => trigger.kind === 'timer');
  const delayOf = ({ trigger }: PlacedTransition): string =>
    trigger.kind === 'timer' ? trigger.delay.trim() : '';
  return timers.flatMap((timer, place) =>
    timers.slice(0, place).flatMap((before) => {
      if (delayOf(before) !== delayOf(timer) || doesTheSame(before, timer)) return [];
      const decision = reader.decide([before, timer]);
      const [overlap] = decision.overlaps;
      if (!overlap) return [];
      const example = exampleFor(reader, [before, timer], decision, {
        witness: overlap.witness,
        holds: true,
      });
      if (example === null) return [];
      const message = `Two timers of ${nameOf(view, id)} fall due at the same instant and both lead on ${inWords(example)}; only the order of their names says which is first. Give one another delay, or make the guards exclude each other.`;
      const problem = makeProblem('CYC-03', 'error', { place: timer.place, stage: id }, message);
      const related = [{ pointer: `/${before.place}`, stage: id, note: 'Falls due at the same instant.' }];
      return [{ ...withExample(problem, example), related }];
    }),
  );
}

export const checkDecisions = (view: ChartView, reader: BranchReader): Problem[] => [
  ...branchesOf(view.everywhere).flatMap((branches) => [
    ...deadBranches(reader, branches, null),
    ...overlapping(reader, branches, null),
  ]),
  ...view.stages.flatMap((entry) => [
    ...branchesOf(view.transitions.get(entry.id) ?? []).flatMap((branches) => [
      ...deadBranches(reader, branches, entry.id),
      ...missingElse(view, reader, entry, branches),
      ...overlapping(reader, branches, entry.id),
    ]),
    ...rivalTimers(view, reader, entry),
  ]),
];
