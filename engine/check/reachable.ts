// Which stages a plan can ever be in and which transitions it can ever take; CYC-01: the stages that it cannot.
import type { StageId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { containerDoneBy } from '../statechart/structure/event-names.ts';
import { stagesIn } from '../statechart/structure/stage-index.ts';
import { beginsAt, type PlacedTransition, targetsOf } from '../statechart/structure/transitions.ts';
import { type ChartView, enters, isInside, liveTransitions, makeProblem, nameOf } from './chart-view.ts';
import { removeStage } from './fixes/remove-stage.ts';
import { type TransitionAt, transitionsAt } from './places.ts';
import { taskOfEvent, tasksOf } from './tasks-of.ts';

/** A transition that can be taken while a stage is active. */
export interface Exit extends PlacedTransition {
  /** The stage that it belongs to; null when it holds everywhere. */
  owner: StageId | null;
}

export interface Reach {
  stages: ReadonlySet<StageId>;
  /** By owner; null holds those that hold everywhere. */
  exits: ReadonlyMap<StageId | null, readonly Exit[]>;
}

type Active = ReadonlySet<StageId>;
type Holders = ReadonlyMap<string, readonly StageId[]>;

/** Can the container ever be done, so that its onDone is taken? */
function canBeDone(view: ChartView, id: StageId, active: Active): boolean {
  const stage = view.index.get(id)?.stage;
  if (!stage) return false;
  if (stage.type === 'final') return active.has(id);
  const inner = Object.entries(stagesIn(stage));
  if (stage.type === 'parallel') {
    return inner.every(([region, { type }]) => type === 'history' || canBeDone(view, region, active));
  }
  return inner.some(([child, { type }]) => type === 'final' && active.has(child));
}

function holdersOf(view: ChartView): Holders {
  const holders = new Map<string, StageId[]>();
  for (const { id, stage } of view.stages) {
    for (const [key] of tasksOf(stage)) holders.set(key, [...(holders.get(key) ?? []), id]);
  }
  return holders;
}

function canFire(view: ChartView, { trigger, owner }: Exit, active: Active, holders: Holders): boolean {
  if (owner !== null && !active.has(owner)) return false;
  if (trigger.kind === 'done') return owner !== null && canBeDone(view, owner, active);
  if (trigger.kind !== 'event') return true;
  const container = containerDoneBy(trigger.type);
  if (container !== null) return canBeDone(view, container, active);
  const task = taskOfEvent(trigger.type);
  return task === null || (holders.get(task) ?? []).some((id) => active.has(id));
}

const liveExits = (view: ChartView): Exit[] => [
  ...liveTransitions(view.everywhere).map((placed) => ({ ...placed, owner: null })),
  ...view.stages.flatMap(({ id }) =>
    liveTransitions(view.transitions.get(id) ?? []).map((placed) => ({ ...placed, owner: id })),
  ),
];

export function reachOf(view: ChartView): Reach {
  const holders = holdersOf(view);
  const starts = beginsAt(view.cycle);
  const active = new Set(enters(view, starts));
  const entered = new Set([starts.join(' ')]);
  const exits = new Map<StageId | null, Exit[]>();
  for (let left = liveExits(view), before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((exit) => {
      if (!canFire(view, exit, active, holders)) return true;
      exits.set(exit.owner, [...(exits.get(exit.owner) ?? []), exit]);
      const targets = targetsOf(exit.transition);
      if (targets.length === 0 || entered.has(targets.join(' '))) return false;
      entered.add(targets.join(' '));
      for (const id of enters(view, targets)) active.add(id);
      return false;
    });
  }
  return { stages: active, exits };
}

/** Transitions to the stage that are never taken. */
const leadingTo = (view: ChartView, id: StageId): TransitionAt[] =>
  transitionsAt(view).filter(
    ({ transition: { to } }) => to !== undefined && (to === id || isInside(view, to, id)),
  );

/** Only the outermost: what is inside an unreachable container goes with it. */
export const checkReachable = (view: ChartView, { stages }: Reach): Problem[] =>
  view.stages
    .filter(({ id, parent }) => !stages.has(id) && (parent === null || stages.has(parent)))
    .map((entry) => {
      const { id, stage, place } = entry;
      const dead = leadingTo(view, id).filter(({ stage: from }) => from === null || stages.has(from));
      const message =
        dead.length === 0
          ? `No transition leads to ${nameOf(view, id)}. Connect it or remove it.`
          : `No transition that is ever taken leads to ${nameOf(view, id)}. Mend what leads to it, or remove it.`;
      const severity = stage.type === 'history' ? 'warning' : 'error';
      const fix = removeStage(view, entry);
      const problem = {
        ...makeProblem('CYC-01', severity, { place, stage: id }, message),
        ...(fix && { fixes: [fix] }),
      };
      const note = 'This is never taken.';
      const related = dead.map((one) => ({ pointer: `/${one.place}`, stage: one.stage, note }));
      return related.length === 0 ? problem : { ...problem, related };
    });
