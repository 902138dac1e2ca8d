// Which transitions an event may make the chart take: one set for each way in which the guards can turn out. The
// engine's own selection asks the stages; where an answer is not known, it is asked again for each that there may be.
import type { Configuration } from '../../statechart/chart/domain.ts';
import { selectTransitions } from '../../statechart/chart/select.ts';
import type { ChartNode, ChartTransition } from '../../statechart/chart/tree.ts';

/** Which of a list can be the first whose guard holds, and whether possibly none does. */
export interface Picks {
  possible: readonly ChartTransition[];
  none: boolean;
}

/** `known` are values of variables that are certain at this point. */
export type Decide = (list: readonly ChartTransition[], known: readonly number[]) => Picks;

export type Choice = readonly ChartTransition[];

/** More ways than anybody designs: the exploration gives up and says so. */
const maxChoices = 256;

export class TooManyChoicesError extends Error {}

export interface Asking {
  decide: Decide;
  known: readonly number[];
  /** What a stage has to offer, in the order in which it is tried. */
  listsOf(node: ChartNode): readonly (readonly ChartTransition[])[];
}

type Answer = ChartTransition | undefined;

/** All that a stage may answer. */
function answersOf({ decide, known, listsOf }: Asking, node: ChartNode): readonly Answer[] {
  const answers: Answer[] = [];
  for (const list of listsOf(node)) {
    const { possible, none } = decide(list, known);
    answers.push(...possible);
    if (!none) return answers;
  }
  return [...answers, undefined];
}

/** A stage whose answer has to be settled first. */
interface Open {
  node: ChartNode;
  answers: readonly Answer[];
}

interface Asked {
  selected: ChartTransition[];
  open: Open | null;
}

function ask(asking: Asking, at: Configuration, settled: ReadonlyMap<ChartNode, Answer>): Asked {
  let open: Open | null = null;
  const selected = selectTransitions(at, (node) => {
    if (open || settled.has(node)) return settled.get(node);
    const answers = answersOf(asking, node);
    if (answers.length > 1) open = { node, answers };
    return answers[0];
  });
  return { selected, open };
}

/** An empty set is among them when nothing may be taken. */
export function choicesAt(asking: Asking, at: Configuration): Choice[] {
  const choices: Choice[] = [];
  const waiting: ReadonlyMap<ChartNode, Answer>[] = [new Map()];
  for (const settled of waiting) {
    const { selected, open } = ask(asking, at, settled);
    if (!open) choices.push(selected);
    else for (const answer of open.answers) waiting.push(new Map([...settled, [open.node, answer]]));
    if (waiting.length > maxChoices) throw new TooManyChoicesError();
  }
  return choices;
}
