// Every transition and every action of a cycle, with its place and its stage.
import type { Cycle } from '../model/cycle.ts';
import type { IndexedStage } from '../statechart/structure/stage-index.ts';
import {
  type PlacedAction,
  type PlacedTransition,
  placeActions,
} from '../statechart/structure/transitions.ts';

export interface ActionAt extends PlacedAction {
  stage: string | null;
}

export interface TransitionAt extends PlacedTransition {
  stage: string | null;
}

export interface Placed {
  transitions: readonly TransitionAt[];
  actions: readonly ActionAt[];
}

interface Given {
  cycle: Cycle;
  stages: readonly IndexedStage[];
  transitions: ReadonlyMap<string, readonly PlacedTransition[]>;
  everywhere: readonly PlacedTransition[];
}

function ownActions({ stage, place }: IndexedStage): PlacedAction[] {
  if (stage.type === 'history') return placeActions(stage.do, `${place}/do`);
  const begin = 'begin' in stage ? stage.begin : undefined;
  return [
    ...placeActions(stage.entry, `${place}/entry`),
    ...placeActions(begin?.do, `${place}/begin/do`),
    ...placeActions(stage.exit, `${place}/exit`),
  ];
}

export function placeAll({ cycle, stages, transitions, everywhere }: Given): Placed {
  const all = [
    ...everywhere.map((placed) => ({ ...placed, stage: null })),
    ...stages.flatMap(({ id }) => (transitions.get(id) ?? []).map((placed) => ({ ...placed, stage: id }))),
  ];
  const actions = [
    ...placeActions(cycle.begin?.do, 'begin/do').map((placed) => ({ ...placed, stage: null })),
    ...stages.flatMap((entry) => ownActions(entry).map((placed) => ({ ...placed, stage: entry.id }))),
    ...all.flatMap(({ transition, place, stage }) =>
      placeActions(transition.do, `${place}/do`).map((placed) => ({ ...placed, stage })),
    ),
  ];
  return { transitions: all, actions };
}
