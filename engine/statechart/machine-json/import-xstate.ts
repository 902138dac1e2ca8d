// The door for XState machine configurations as JSON: a cycle that goes the same ways, or what keeps it from being one.
import { type Imported, type ImportProblem, isError } from '../../interchange/import-result.ts';
import { toSlug } from '../../interchange/names.ts';
import type { Transition } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { inPlainWords } from '../../model/in-plain-words.ts';
import { parseCycle } from '../document/parse-cycle.ts';
import { structuralFaults } from '../structure/structural-faults.ts';
import { asList, type MachineJson, machineSchema, ownMeta } from './config-schema.ts';
import { beginNames, complain, type Reading, readActions } from './import-named.ts';
import { type Read, readTimers, readTransitions } from './import-transitions.ts';
import { findTarget, growStates, kindOf, type StateNode } from './state-tree.ts';

const maxLength = 2_000_000;
const maxNesting = 200;

const refused = (problems: ImportProblem[]): Imported => ({ kind: 'refused', problems });
const refusal = (code: string, place: string, message: string): Imported =>
  refused([{ code: `XSTATE-${code}`, severity: 'error', place, message }]);

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1));
}

/** Stages are read as plain objects: the door of the cycle makes stages of them. */
const without = (value: object): object =>
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

function checkInvoke(reading: Reading, node: StateNode): void {
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
const needsStage = ({ config, ...node }: StateNode): boolean =>
  kindOf({ config, ...node }) === 'parallel' ||
  [config.always, config.after, config.exit, config.onDone].some((given) => given !== undefined);

/** A machine is done when its states are; so is the plan, by a stage of its own. */
function wrapped(reading: Reading, root: StateNode): object {
  const { names } = reading.tree;
  const ending = unusedStage([...names.values()], `${root.stage}-done`);
  const inside = waitingOf(reading, root);
  const onDone = [...plain(readTransitions(reading, root, root.config.onDone, '/onDone')), { to: ending }];
  const stages = { [root.stage]: without({ ...inside, onDone }), [ending]: { type: 'final' } };
  return { initial: root.stage, stages };
}

const unusedStage = (taken: readonly string[], wanted: string): string =>
  taken.includes(wanted) ? unusedStage(taken, `${wanted}-1`) : wanted;

function flat(reading: Reading, root: StateNode): object {
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

/** What a machine has no place for stands in its `meta`, as it stood in the cycle. */
const carriedKeys = [
  'subjects',
  'scale',
  'retention',
  'accepts',
  'types',
  'decisions',
  'layout',
  'scenarios',
] as const;

function documentOf(reading: Reading, machine: MachineJson, id: string): object {
  const { root } = reading.tree;
  const own = ownMeta(machine.meta);
  checkInvoke(reading, root);
  if (root.children.length === 0) complain(reading, 'states', '', 'There is no state in it.');
  const chart = reading.isWrapped ? wrapped(reading, root) : flat(reading, root);
  const variables = {
    ...machine.context,
    ...Object.fromEntries([...reading.guards.given.values()].map((name) => [name, false])),
  };
  return {
    schema: 'cycle/1',
    id: own.id ?? (machine.id === undefined ? id : toSlug(machine.id, id)),
    name: own.name ?? machine.id?.slice(0, 120) ?? id,
    description: machine.description,
    variables: Object.keys(variables).length > 0 ? variables : undefined,
    ...chart,
    ...Object.fromEntries(carriedKeys.map((key) => [key, own[key]])),
  };
}

export interface XStateOptions {
  /** The cycle's id and name when the machine has no id. */
  id?: string;
}

export function importXState(text: string, { id = 'imported' }: XStateOptions = {}): Imported {
  if (text.length > maxLength) return refusal('size', '/', `The text has more than ${maxLength} characters.`);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return refusal('json', '/', `It is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (isDeeperThan(input, maxNesting))
    return refusal('size', '/', `It is nested more than ${maxNesting} levels deep.`);
  const parsed = machineSchema.safeParse(input, { error: inPlainWords });
  if (!parsed.success) {
    return refused(
      parsed.error.issues.slice(0, 50).map(({ path, message }) => ({
        code: 'XSTATE-shape',
        severity: 'error',
        place: `/${path.map(String).join('/')}`,
        message: `It is no machine configuration. ${message}`,
      })),
    );
  }
  const machine = parsed.data;
  const tree = growStates(machine, machine.id ?? '(machine)');
  const isWrapped = needsStage(tree.root);
  if (isWrapped) tree.root.stage = unusedStage([...tree.names.values()], 'machine');
  const reading: Reading = { tree, problems: [], guards: beginNames(), isWrapped };
  return settle(reading, documentOf(reading, machine, id));
}

/** The cycle's own door and structure have the last word. */
function settle(reading: Reading, document: object): Imported {
  const parsed = reading.problems.some(isError) ? null : parseCycle(JSON.parse(JSON.stringify(document)));
  if (parsed === null) return refused(reading.problems);
  const found = parsed.kind === 'refused' ? parsed.problems : structuralFaults(parsed.cycle);
  const problems: ImportProblem[] = [
    ...reading.problems,
    ...found.map(
      ({ code, pointer, message }): ImportProblem => ({ code, severity: 'error', place: pointer, message }),
    ),
  ];
  if (parsed.kind === 'refused' || problems.some(isError)) return refused(problems);
  return { kind: 'imported', cycle: parsed.cycle, stages: Object.fromEntries(reading.tree.names), problems };
}
