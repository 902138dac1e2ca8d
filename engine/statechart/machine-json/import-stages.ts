// The states of an XState machine as the stages of a cycle, read as plain objects.
import type { Transition } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { asList, ownMeta } from './config-schema.ts';
import { complain, type Reading, readActions } from './import-named.ts';
import { type Read, readTimers, readTransitions } from './import-transitions.ts';
import { findTarget, kindOf, type StateNode } from './state-tree.ts';

/** Stages are read as plain objects: the door of the cycle makes stages of them. */
export const without = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
const plain = (read: readonly Read[]): Transition[] => read.map(({ transition }) => transition);

/** XState prefixes the events that it raises itself. */
const eventOf = (descriptor: string): string => descriptor.replace(/^xstate\.(?=done\.state\.)/, '');

function listenersOf(reading: Reading, node: StateNode): Record<string, Transition[]> | undefined {
  const entries = Object.entries(node.config.on ?? {}).map(([type, given]): [string, Transition[]] => [
    eventOf(type),
    plain(readTransitions(reading, node, given, `${node.pointer}/on/${type}`)),
  ]);
  const heard = entries.filter(([, list]) => list.length > 0);
  return heard.length > 0 ? Object.fromEntries(heard) : undefined;
}

function wordsOf({ key, stage, config }: StateNode) {
  const { name, kind, released } = ownMeta(config.meta);
  return { name: name ?? (key === stage ? undefined : key), description: config.description, kind, released };
}

export function checkInvoke(reading: Reading, node: StateNode): void {
  if (asList(node.config.invoke).length === 0) return;
  const message =
    'Nothing is invoked from a cycle. Start another cycle with an action, or wait for an event.';
  complain(reading, 'invoke', `${node.pointer}/invoke`, message);
}

function beginningOf(reading: Reading, node: StateNode) {
  const own = ownMeta(node.config.meta).begin;
  const { initial } = node.config;
  const target = typeof initial === 'object' ? asList(initial.target)[0] : initial;
  const actions =
    typeof initial === 'object'
      ? readActions(reading, initial.actions, `${node.pointer}/initial/actions`)
      : [];
  const first = target === undefined ? null : findTarget(reading.tree, { ...node, parent: null }, target);
  if (!first)
    complain(
      reading,
      'initial',
      `${node.pointer}/initial`,
      'Say with "initial" in which state inside it begins.',
    );
  const child = first && childAround(node, first);
  const at = child === first ? undefined : first && [first.stage];
  const begin = own ?? (at || actions.length > 0 ? without({ at, do: some(actions) }) : undefined);
  return { initial: child?.stage, begin };
}

const childAround = (node: StateNode, inner: StateNode): StateNode | null =>
  inner.parent === node || inner.parent === null ? inner : childAround(node, inner.parent);

function historyOf(reading: Reading, node: StateNode): object {
  const { history, target } = node.config;
  const targets = asList(target).flatMap((name) => findTarget(reading.tree, node, name) ?? []);
  const [to, ...also] = targets.map(({ stage }) => stage);
  return {
    type: 'history',
    ...without({ ...wordsOf(node), kind: undefined }),
    history: history === 'deep' ? 'deep' : history === 'shallow' ? 'shallow' : undefined,
    to,
    also: some(also),
    do: ownMeta(node.config.meta).do,
  };
}

function finalOf(reading: Reading, node: StateNode): object {
  const { entry, exit, meta } = node.config;
  const { outcome, data } = ownMeta(meta);
  return {
    type: 'final',
    ...wordsOf(node),
    entry: some(readActions(reading, entry, `${node.pointer}/entry`)),
    exit: some(readActions(reading, exit, `${node.pointer}/exit`)),
    outcome,
    data,
  };
}

function waitingOf(reading: Reading, node: StateNode): object {
  const { entry, exit, always, onDone, meta } = node.config;
  const kind = kindOf(node);
  const list = (given: typeof always, key: string) =>
    some(plain(readTransitions(reading, node, given, `${node.pointer}/${key}`)));
  return {
    type: kind === 'parallel' ? 'parallel' : undefined,
    ...wordsOf(node),
    entry: some(readActions(reading, entry, `${node.pointer}/entry`)),
    exit: some(readActions(reading, exit, `${node.pointer}/exit`)),
    tasks: ownMeta(meta).tasks,
    on: listenersOf(reading, node),
    after: some(readTimers(reading, node)),
    always: list(always, 'always'),
    ...(kind === 'atomic'
      ? {}
      : {
          onDone: list(onDone, 'onDone'),
          ...(kind === 'compound' ? beginningOf(reading, node) : {}),
          stages: stagesOf(reading, node),
        }),
  };
}

function stageOf(reading: Reading, node: StateNode): object {
  checkInvoke(reading, node);
  const kind = kindOf(node);
  const read =
    kind === 'history'
      ? historyOf(reading, node)
      : kind === 'final'
        ? finalOf(reading, node)
        : waitingOf(reading, node);
  return without(read);
}

const stagesOf = (reading: Reading, node: StateNode): Record<StageId, object> =>
  Object.fromEntries(node.children.map((child) => [child.stage, stageOf(reading, child)]));

/** What a cycle as a whole cannot do, the outermost stage of one can. */
export const needsStage = ({ config, ...node }: StateNode): boolean =>
  kindOf({ config, ...node }) === 'parallel' ||
  [config.always, config.after, config.exit, config.onDone].some((given) => given !== undefined);

/** A machine is done when its states are; so is the plan, by a stage of its own. */
export function wrapped(reading: Reading, root: StateNode): object {
  const { names } = reading.tree;
  const ending = unusedStage([...names.values()], `${root.stage}-done`);
  const inside = waitingOf(reading, root);
  const onDone = [...plain(readTransitions(reading, root, root.config.onDone, '/onDone')), { to: ending }];
  const stages = { [root.stage]: without({ ...inside, onDone }), [ending]: { type: 'final' } };
  return { initial: root.stage, stages };
}

export const unusedStage = (taken: readonly string[], wanted: string): string =>
  taken.includes(wanted) ? unusedStage(taken, `${wanted}-1`) : wanted;

export function flat(reading: Reading, root: StateNode): object {
  const { initial, begin } = beginningOf(reading, root);
  const entry = readActions(reading, root.config.entry, '/entry');
  const given: unknown = begin;
  const before = typeof given === 'object' && given !== null ? { ...given } : {};
  const actions = [...entry, ...asList<unknown>(Reflect.get(before, 'do'))];
  const beginning = without({ ...before, do: some(actions) });
  return {
    initial,
    begin: Object.keys(beginning).length > 0 ? beginning : undefined,
    stages: stagesOf(reading, root),
    on: listenersOf(reading, root),
  };
}
