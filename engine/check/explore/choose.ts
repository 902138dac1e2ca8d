// Which transitions an event may make the chart take: one set for each way in which the guards can turn out.
// A guard whose value is not known may hold or not; without guards there is exactly one set.
import type { Branch, ChartModel } from './chart-model.ts';
import { lineOf } from './chart-model.ts';
import type { Configuration } from './microstep.ts';

/** Which of the branches can be the first whose guard holds, and whether possibly none does. */
export interface Picks {
  possible: readonly Branch[];
  none: boolean;
}

/** `known` are values of variables that are certain at this point. */
export type Decide = (branches: readonly Branch[], known: readonly number[]) => Picks;

export interface Chooser {
  model: ChartModel;
  decide: Decide;
}

export type Choice = readonly Branch[];

/** More ways than anybody designs: the exploration gives up and says so. */
const maxChoices = 256;

export class TooManyChoicesError extends Error {}

const nothing: readonly Choice[] = [[]];

function bounded(choices: Choice[]): Choice[] {
  if (choices.length > maxChoices) throw new TooManyChoicesError();
  return choices;
}

const together = (left: readonly Choice[], right: readonly Choice[]): readonly Choice[] =>
  left === nothing
    ? right
    : bounded(
        left.flatMap((one) =>
          right.map((other) => (other.length === 0 ? one : [...new Set([...one, ...other])])),
        ),
      );

/** Where nothing inside is taken, the stage around may take something of its own. */
function orOwn(inner: readonly Choice[], { possible, none }: Picks): Choice[] {
  if (!inner.some((choice) => choice.length === 0)) return [...inner];
  const own: Choice[] = possible.map((branch) => [branch]);
  return bounded([...inner.filter((choice) => choice.length > 0), ...own, ...(none ? [[]] : [])]);
}

interface Selecting extends Chooser {
  configuration: Configuration;
  event: string;
  known: readonly number[];
}

function selectIn(selecting: Selecting, number: number): readonly Choice[] {
  const { model, configuration, event, known, decide } = selecting;
  const node = model.nodes[number];
  if (!node) return nothing;
  const active =
    node.children.length === 0 ? [] : configuration.filter((at) => model.nodes[at]?.parent === number);
  const inner = active.reduce<readonly Choice[]>(
    (all, child) => together(all, selectIn(selecting, child)),
    nothing,
  );
  const list = node.lists.get(event);
  return list ? orOwn(inner, decide(list, known)) : inner;
}

/** The sets that the event may select; an empty one when it may be refused. */
export const chooseFor = (
  chooser: Chooser,
  configuration: Configuration,
  given: { event: string; known: readonly number[] },
): readonly Choice[] => selectIn({ ...chooser, configuration, ...given }, 0);

/** Without a target and without actions it changes nothing, and is not taken twice. */
const isIdle = ({ target, exit }: Branch): boolean =>
  target === null && (exit.transition.do ?? []).length === 0;

function eventlessFrom({ model, decide }: Chooser, leaf: number, known: readonly number[]): Choice[] {
  const choices: Choice[] = [];
  for (const number of lineOf(model, leaf)) {
    const always = model.nodes[number]?.always ?? [];
    if (always.length === 0) continue;
    const { possible, none } = decide(always, known);
    choices.push(...possible.map((branch) => (isIdle(branch) ? [] : [branch])));
    if (!none) return choices;
  }
  return [...choices, []];
}

/** The sets of transitions that wait for nothing. */
export function chooseEventless(
  chooser: Chooser,
  configuration: Configuration,
  known: readonly number[],
): readonly Choice[] {
  const { nodes } = chooser.model;
  const leaves = configuration.filter((number) => ['atomic', 'final'].includes(nodes[number]?.kind ?? ''));
  return leaves.reduce<readonly Choice[]>(
    (all, leaf) => together(all, eventlessFrom(chooser, leaf, known)),
    nothing,
  );
}
