// Transitions of a machine. XState stays inside a state where a target lies inside it, unless it is told to reenter;
// a cycle leaves and enters, unless it is told to stay.
import type { DelayedTransition, Transition } from '../../model/cycle.ts';
import { isSpan } from '../../time/span.ts';
import { asList, ownMeta, type TransitionJson, type TransitionsJson } from './config-schema.ts';
import { complain, type Reading, readActions, readGuard } from './import-named.ts';
import { findTarget, isInside, kindOf, type StateNode } from './state-tree.ts';

/** A machine that is a cycle begins anew in its first state; one that is wrapped is a stage itself. */
const isWhole = ({ isWrapped }: Reading, { parent }: StateNode): boolean => parent === null && !isWrapped;

type Aim = Pick<Transition, 'to' | 'also' | 'internal'>;

function targetsOf(
  reading: Reading,
  source: StateNode,
  { target }: TransitionJson,
  place: string,
): StateNode[] | null {
  const found = asList(target).map((name) => ({ name, node: findTarget(reading.tree, source, name) }));
  for (const { name, node } of found) {
    if (!node) complain(reading, 'target', place, `There is no state "${name}" to go to from here.`);
  }
  const nodes = found.flatMap(
    ({ node }) => (node && isWhole(reading, node) ? firstChild(reading, node) : node) ?? [],
  );
  // A container beside a state inside it only says how far out the transition leaves.
  return nodes.length < found.length
    ? null
    : nodes.filter((node) => !nodes.some((other) => isInside(other, node)));
}

const firstChild = (reading: Reading, node: StateNode): StateNode | null => {
  const { initial } = node.config;
  return typeof initial === 'string' ? findTarget(reading.tree, { ...node, parent: null }, initial) : null;
};

/** To itself without reentering: what is inside begins anew, and the state is neither left nor entered. */
function aimAtSelf(reading: Reading, source: StateNode, place: string): Aim {
  if (kindOf(source) === 'atomic') return {};
  const first = firstChild(reading, source);
  if (kindOf(source) === 'compound' && first) return { to: first.stage, internal: true };
  return leavesMore(reading, source, place, { to: source.stage });
}

function leavesMore(reading: Reading, source: StateNode, place: string, aim: Aim): Aim {
  const message = `XState leaves only what is inside "${source.key}" here; by the SCXML recommendation, and in a cycle, the whole parallel stage is left and entered.`;
  complain(reading, 'parallel', place, message, 'warning');
  return aim;
}

/** XState leaves as little of a parallel state as it can; a cycle never leaves one part alone from outside of it. */
function leavesPartOfParallel(source: StateNode, targets: readonly StateNode[]): boolean {
  const holdsAll = (node: StateNode): boolean => targets.every((target) => isInside(target, node));
  let at = source.parent;
  while (at !== null && !holdsAll(at)) at = at.parent;
  return at !== null && kindOf(at) === 'parallel';
}

/** Whoever leads to the machine itself leaves whatever it is in. */
const restarts = (reading: Reading, source: StateNode, { target }: TransitionJson): boolean =>
  asList(target).some((name) => {
    const node = findTarget(reading.tree, source, name);
    return node !== null && isWhole(reading, node);
  });

function aimOf(reading: Reading, source: StateNode, given: TransitionJson, place: string): Aim | null {
  const targets = targetsOf(reading, source, given, place);
  const [first, ...others] = targets ?? [];
  if (!targets || !first) return targets && {};
  const also = others.map(({ stage }) => stage);
  const aim: Aim = { to: first.stage, ...(also.length > 0 ? { also } : {}) };
  if (isWhole(reading, source)) return aim;
  const isNear = (target: StateNode): boolean => target === source || isInside(target, source);
  const stays = given.reenter !== true && !restarts(reading, source, given) && targets.every(isNear);
  if (stays && first === source) return aimAtSelf(reading, source, place);
  if (stays && kindOf(source) === 'compound') return { ...aim, internal: true };
  const isFull = asList(given.target).length > targets.length;
  if (stays || (!isFull && leavesPartOfParallel(source, targets)))
    return leavesMore(reading, source, place, aim);
  return aim;
}

export interface Read {
  transition: Transition;
  given: TransitionJson;
}

/** What XState 4 said, and XState 5 says otherwise and reads nothing of. */
const formerWords = {
  cond: 'Write "guard" instead.',
  in: 'Write a guard that asks for the state.',
  internal: 'Write "reenter", which says the opposite.',
};

function complainOfFormer(reading: Reading, given: TransitionJson, place: string): void {
  for (const [word, advice] of Object.entries(formerWords))
    if (given[word] !== undefined)
      complain(
        reading,
        'former',
        `${place}/${word}`,
        `"${word}" is of XState 4; nothing reads it today. ${advice}`,
      );
}

function readOne(reading: Reading, source: StateNode, given: TransitionJson, place: string): Read[] {
  complainOfFormer(reading, given, place);
  const aim = aimOf(reading, source, given, place);
  const guard = readGuard(reading, given.guard, `${place}/guard`);
  const actions = readActions(reading, given.actions, `${place}/actions`);
  if (aim === null) return [];
  const transition: Transition = {
    ...aim,
    ...(guard === undefined ? {} : { guard }),
    ...(actions.length > 0 ? { do: actions } : {}),
    ...(given.description === undefined ? {} : { description: given.description }),
  };
  return [{ transition, given }];
}

export const readTransitions = (
  reading: Reading,
  source: StateNode,
  given: TransitionsJson | undefined,
  place: string,
): Read[] =>
  asList<string | TransitionJson>(given).flatMap((one, index) => {
    const at = Array.isArray(given) ? `${place}/${index}` : place;
    return readOne(reading, source, typeof one === 'string' ? { target: one } : one, at);
  });

/** Milliseconds, a span, or an expression. */
function delayOf(reading: Reading, key: string, place: string): string {
  if (/^\d{1,12}$/.test(key)) return `PT${Number(key) / 1000}S`;
  if (!isSpan(key)) {
    const message = `The delay "${key}" is only a name here; it is read as an expression for a span or a date.`;
    complain(reading, 'delay', place, message, 'warning');
  }
  return key;
}

export function readTimers(reading: Reading, source: StateNode): DelayedTransition[] {
  const read = Object.entries(source.config.after ?? {}).flatMap(([key, given]) => {
    const place = `${source.pointer}/after/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return readTransitions(reading, source, given, place).map(({ transition, given: config }) => {
      const own = ownMeta(config.meta);
      const delay = typeof own.delay === 'string' ? own.delay : delayOf(reading, key, place);
      const id = typeof own.id === 'string' ? { id: own.id } : {};
      return { timer: { ...id, ...transition, delay }, order: typeof own.order === 'number' ? own.order : 0 };
    });
  });
  return read.toSorted((a, b) => a.order - b.order).map(({ timer }) => timer);
}
