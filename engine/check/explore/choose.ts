// Which transitions an event may make the chart take: one set for each way in which the guards can turn out.
// A guard whose value is not known may hold or not; without guards there is exactly one set.
import type { Branch, ChartModel, ChartNode } from './chart-model.ts';
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

/** Without a target and without actions it changes nothing, and is not taken twice. */
const isIdle = ({ target, exit }: Branch): boolean =>
  target === null && (exit.transition.do ?? []).length === 0;

/** Each innermost stage asks outwards, in document order (SCXML, selectTransitions). */
function askOutwards(
  { model, decide }: Chooser,
  leaf: number,
  given: {
    known: readonly number[];
    listOf: (node: ChartNode) => readonly Branch[];
    ignored: (branch: Branch) => boolean;
  },
): Choice[] {
  const choices: Choice[] = [];
  for (const number of lineOf(model, leaf)) {
    const node = model.nodes[number];
    const list = node ? given.listOf(node) : [];
    if (list.length === 0) continue;
    const { possible, none } = decide(list, given.known);
    choices.push(...possible.map((branch) => (given.ignored(branch) ? [] : [branch])));
    if (!none) return choices;
  }
  return [...choices, []];
}

function choose(
  chooser: Chooser,
  configuration: Configuration,
  given: Parameters<typeof askOutwards>[2],
): readonly Choice[] {
  const { nodes } = chooser.model;
  return configuration
    .filter((number) => ['atomic', 'final'].includes(nodes[number]?.kind ?? ''))
    .sort((a, b) => a - b)
    .reduce<readonly Choice[]>((all, leaf) => together(all, askOutwards(chooser, leaf, given)), nothing);
}

const none: readonly Branch[] = [];

/** The sets that the event may select; an empty one when it may be refused. */
export const chooseFor = (
  chooser: Chooser,
  configuration: Configuration,
  { event, known }: { event: string; known: readonly number[] },
): readonly Choice[] =>
  choose(chooser, configuration, {
    known,
    listOf: ({ lists }) => lists.get(event) ?? none,
    ignored: () => false,
  });

/** The sets of transitions that wait for nothing. */
export const chooseEventless = (
  chooser: Chooser,
  configuration: Configuration,
  known: readonly number[],
): readonly Choice[] =>
  choose(chooser, configuration, { known, listOf: ({ always }) => always, ignored: isIdle });
