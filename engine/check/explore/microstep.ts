// One step of the chart without its actions: which stages a set of transitions leaves and enters.
// It is SCXML's algorithm, as the engine runs it; the tests hold it against the engine itself.
import { type Branch, type ChartModel, doneEvent, isInside, lineOf } from './chart-model.ts';

/** The active stages, in the order in which they became active. */
export type Configuration = readonly number[];
/** By history stage: what was active when its container was last left. */
export type Memory = ReadonlyMap<number, readonly number[]>;

export interface Place {
  configuration: Configuration;
  memory: Memory;
}

export interface Moved extends Place {
  /** Innermost and last first. */
  left: readonly number[];
  /** In document order. */
  entered: readonly number[];
  /** By entered stage, the ends that it brings about. */
  done: ReadonlyMap<number, readonly string[]>;
  ended: boolean;
}

const properAncestors = (model: ChartModel, number: number): number[] => lineOf(model, number).slice(1);

function targetsOf(model: ChartModel, target: number, memory: Memory): readonly number[] {
  const node = model.nodes[target];
  if (node?.kind !== 'history') return [target];
  return memory.get(target) ?? targetsOf(model, node.first, memory);
}

/** The stage inside which the transition happens: the least common compound one (SCXML, getTransitionDomain). */
function domainOf(model: ChartModel, { source, target, reenter }: Branch, memory: Memory): number {
  if (target === null) return source;
  const targets = targetsOf(model, target, memory);
  const holdsAll = (around: number): boolean =>
    model.nodes[around]?.kind === 'compound' && targets.every((to) => isInside(model, to, around));
  if (!reenter && holdsAll(source)) return source;
  return properAncestors(model, source).find(holdsAll) ?? 0;
}

function leaves(model: ChartModel, { configuration, memory }: Place, branch: Branch): number[] {
  if (branch.target === null) return [];
  const domain = domainOf(model, branch, memory);
  return configuration.filter((number) => isInside(model, number, domain));
}

/** Of transitions that would leave the same stage the innermost is taken, else the one that stands first. */
function withoutConflicts(model: ChartModel, place: Place, branches: readonly Branch[]): Branch[] {
  if (branches.length < 2) return [...branches];
  const exits = new Map(branches.map((branch) => [branch, new Set(leaves(model, place, branch))]));
  const collide = (a: Branch, b: Branch) => [...(exits.get(a) ?? [])].some((left) => exits.get(b)?.has(left));
  let kept: Branch[] = [];
  for (const branch of branches) {
    const rivals = kept.filter((other) => collide(branch, other));
    if (!rivals.every((other) => isInside(model, branch.source, other.source))) continue;
    kept = [...kept.filter((other) => !rivals.includes(other)), branch];
  }
  return kept;
}

interface Entering {
  model: ChartModel;
  memory: Memory;
  numbers: Set<number>;
}

const holdsSomeOf = ({ model, numbers }: Entering, part: number): boolean =>
  [...numbers].some((number) => isInside(model, number, part));

function enterParts(entering: Entering, parallel: number): void {
  for (const part of entering.model.nodes[parallel]?.children ?? []) {
    if (holdsSomeOf(entering, part)) continue;
    entering.numbers.add(part);
    enterBelow(entering, part);
  }
}

function enterAround(entering: Entering, ancestors: readonly number[], inside: number): void {
  const { model, numbers } = entering;
  for (const around of ancestors) {
    if (inside === -1 || isInside(model, around, inside)) numbers.add(around);
    if (model.nodes[around]?.kind === 'parallel') enterParts(entering, around);
  }
}

function enterRemembered(entering: Entering, history: number): void {
  const { model, memory, numbers } = entering;
  const node = model.nodes[history];
  const targets = memory.get(history) ?? (node ? [node.first] : []);
  for (const target of targets) {
    numbers.add(target);
    enterBelow(entering, target);
  }
  for (const target of targets) {
    const between = properAncestors(model, target);
    enterAround(entering, between.slice(0, between.indexOf(node?.parent ?? 0)), -1);
  }
}

function enterBelow(entering: Entering, number: number): void {
  const node = entering.model.nodes[number];
  if (node?.kind === 'history') enterRemembered(entering, number);
  else if (node?.kind === 'parallel') enterParts(entering, number);
  else if (node?.kind === 'compound') {
    entering.numbers.add(node.first);
    enterBelow(entering, node.first);
  }
}

function enterFor(entering: Entering, branch: Branch): void {
  const { model, memory } = entering;
  const { target } = branch;
  if (target === null) return;
  const domain = domainOf(model, branch, memory);
  if (model.nodes[target]?.kind !== 'history') entering.numbers.add(target);
  enterBelow(entering, target);
  for (const to of targetsOf(model, target, memory)) {
    const ancestors = properAncestors(model, to);
    enterAround(entering, ancestors.slice(0, ancestors.indexOf(domain)), domain);
  }
}

function remember(model: ChartModel, { configuration, memory }: Place, left: readonly number[]): Memory {
  const changed = new Map(memory);
  for (const number of left) {
    for (const history of model.nodes[number]?.histories ?? []) {
      const isAtom = (at: number) => ['atomic', 'final'].includes(model.nodes[at]?.kind ?? '');
      const kept = configuration.filter((at) =>
        model.nodes[history]?.deep
          ? isAtom(at) && isInside(model, at, number)
          : model.nodes[at]?.parent === number,
      );
      changed.set(history, kept);
    }
  }
  return changed;
}

function isDone(model: ChartModel, active: ReadonlySet<number>, number: number): boolean {
  const node = model.nodes[number];
  if (node?.kind === 'parallel') return node.children.every((part) => isDone(model, active, part));
  if (node?.kind === 'compound')
    return node.children.some((child) => active.has(child) && model.nodes[child]?.kind === 'final');
  return node?.kind === 'final';
}

interface Ending {
  model: ChartModel;
  active: ReadonlySet<number>;
  completed: Set<number>;
}

/** What a final stage that was just entered brings to its end; `ended` when that is the plan. */
function endsBy({ model, active, completed }: Ending, final: number): { done: string[]; ended: boolean } {
  const idOf = (number: number) => model.nodes[number]?.id ?? '';
  const parent = model.nodes[final]?.parent ?? 0;
  const parentKind = model.nodes[parent]?.kind;
  const done = parentKind === 'compound' && parent > 0 ? [doneEvent(idOf(parent))] : [];
  let around = parentKind === 'parallel' ? parent : (model.nodes[parent]?.parent ?? -1);
  while (
    model.nodes[around]?.kind === 'parallel' &&
    !completed.has(around) &&
    isDone(model, active, around)
  ) {
    completed.add(around);
    done.push(doneEvent(idOf(around)));
    around = model.nodes[around]?.parent ?? -1;
  }
  return { done, ended: around === -1 };
}

function enterAll(model: ChartModel, staying: readonly number[], numbers: ReadonlySet<number>) {
  const entered = [...numbers].filter((number) => number > 0).sort((a, b) => a - b);
  const active = new Set(staying);
  const ending: Ending = { model, active, completed: new Set() };
  const done = new Map<number, string[]>();
  let ended = false;
  for (const number of entered) {
    active.add(number);
    if (model.nodes[number]?.kind !== 'final') continue;
    const ends = endsBy(ending, number);
    done.set(number, ends.done);
    ended ||= ends.ended;
  }
  return { configuration: [...active], entered, done, ended };
}

/** `branches` are those that were selected, in order. */
export function microstep(
  model: ChartModel,
  place: Place,
  branches: readonly Branch[],
): Moved & { taken: Branch[] } {
  const taken = withoutConflicts(model, place, branches);
  const left = [...new Set(taken.flatMap((branch) => leaves(model, place, branch)))].sort((a, b) => b - a);
  const gone = new Set(left);
  const memory = left.length === 0 ? place.memory : remember(model, place, left);
  const staying = place.configuration.filter((number) => !gone.has(number));
  const entering: Entering = { model, memory, numbers: new Set() };
  for (const branch of taken) enterFor(entering, branch);
  return { ...enterAll(model, staying, entering.numbers), memory, left, taken };
}

export function begin(model: ChartModel): Moved {
  const entering: Entering = { model, memory: new Map(), numbers: new Set() };
  const first = model.nodes[0]?.first ?? 0;
  entering.numbers.add(first);
  enterBelow(entering, first);
  return { ...enterAll(model, [], entering.numbers), memory: new Map(), left: [] };
}
