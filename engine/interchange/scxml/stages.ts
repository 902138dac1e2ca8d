// <state>, <parallel>, <final> and <history> (SCXML 3) as stages.
import type { Action } from '../../model/action.ts';
import type { StageId } from '../../model/ids.ts';
import { elementsIn, textIn, type XmlElement } from '../../xml/read-xml.ts';
import { beginBlock, failure } from './block.ts';
import { readBlock } from './content.ts';
import type { Data } from './data.ts';
import { own, scxmlName } from './namespaces.ts';
import { complain, idOf, isState, named, ownAttribute, type Reading, stageOf, statesIn } from './reading.ts';
import { dataOf } from './sends.ts';
import { type Mentions, type StageTimer, stageTimersOf } from './stage-timers.ts';
import { aimIn, readTransitions, targetsIn } from './transitions.ts';

export interface Surroundings {
  data: Data;
  mentions: Mentions;
}

const known = new Set([
  'state',
  'parallel',
  'final',
  'history',
  'onentry',
  'onexit',
  'transition',
  'initial',
  'datamodel',
  'donedata',
  'script',
]);

/** What stands in a state and has no counterpart. */
export function checkChildren(reading: Reading, element: XmlElement): void {
  for (const child of elementsIn(element)) {
    const name = scxmlName(child.name);
    if (name === 'invoke') {
      complain(
        reading,
        'invoke',
        child,
        'Nothing is invoked from a cycle. Start another cycle with an action instead.',
      );
    } else if (name === null ? !child.name.startsWith(`${own}:`) : !known.has(name)) {
      const severity = name === null ? 'info' : 'error';
      complain(reading, 'element', child, `<${child.name}> in <${element.name}> is not read.`, severity);
    }
  }
}

/** Stages are read as plain objects: the door of the cycle makes stages of them. */
const without = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** All blocks of one kind in order, without those that the stage's timers stand for. */
function block(reading: Reading, state: XmlElement, name: string, left: ReadonlySet<XmlElement>): Action[] {
  return named(state, name).flatMap((element) =>
    readBlock(
      reading,
      elementsIn(element).filter((child) => !left.has(child)),
    ),
  );
}

/** What SCXML has no word for; the door of the cycle validates it. */
function ownJson(reading: Reading, state: XmlElement, name: string): object | undefined {
  const element = elementsIn(state).find((child) => child.name === `${own}:${name}`);
  if (!element) return undefined;
  try {
    return JSON.parse(textIn(element));
  } catch {
    complain(reading, 'json', element, `<${element.name}> is not JSON.`);
    return undefined;
  }
}

function wordsOf(reading: Reading, state: XmlElement) {
  const id = idOf(reading, state);
  const stage = stageOf(reading, id);
  const name =
    ownAttribute(state, 'name') ??
    (id.startsWith('(') || id.replace(/^_/, '') === stage ? undefined : id.slice(0, 120));
  const released = ownAttribute(state, 'released');
  return {
    name,
    description: ownAttribute(state, 'description'),
    kind: ownAttribute(state, 'kind'),
    released: released === undefined ? undefined : released === 'true',
  };
}

interface Beginning {
  initial: StageId;
  begin?: { at?: StageId[] | undefined; do?: Action[] | undefined };
}

const ancestorsAndSelf = (state: XmlElement, id: string, reading: Reading): boolean =>
  idOf(reading, state) === id || statesIn(state).some((inner) => ancestorsAndSelf(inner, id, reading));

/** By <initial>, by the attribute, or the first state in document order (3.2, 3.6). Null when there is none. */
export function beginningOf(reading: Reading, container: XmlElement, atStart: Action[]): Beginning | null {
  const [element] = named(container, 'initial').flatMap((initial) => named(initial, 'transition'));
  const given = element ? (element.attributes.target ?? '') : (container.attributes.initial ?? '');
  const children = statesIn(container);
  const real = children.filter((child) => scxmlName(child.name) !== 'history');
  const [first] = real;
  if (!first) return null;
  const at = targetsIn(reading, element ?? container, given) ?? [];
  const words = given.split(/\s+/).filter(Boolean);
  const around = real.find((child) => words.some((word) => ancestorsAndSelf(child, word, reading))) ?? first;
  const initial = stageOf(reading, idOf(reading, around)) ?? '';
  const actions = [...atStart, ...(element ? readBlock(reading, elementsIn(element)) : [])];
  const isPlain = at.length === 0 || (at.length === 1 && at[0] === initial);
  const begin = { ...(isPlain ? {} : { at }), ...(actions.length > 0 ? { do: actions } : {}) };
  return Object.keys(begin).length > 0 ? { initial, begin } : { initial };
}

function readHistory(reading: Reading, state: XmlElement): object {
  const [transition] = named(state, 'transition');
  const { type } = state.attributes;
  const actions = transition ? readBlock(reading, elementsIn(transition)) : [];
  return without({
    type: 'history',
    name: wordsOf(reading, state).name,
    description: ownAttribute(state, 'description'),
    history: type === 'deep' || type === 'shallow' ? type : undefined,
    ...(transition ? aimIn(reading, transition) : {}),
    do: some(actions),
  });
}

/** 5.5: what the event of the end carries; a value that fails is told of before it. */
function readFinal(reading: Reading, state: XmlElement): object {
  const [done] = named(state, 'donedata');
  const giving = beginBlock(reading);
  const data = done && dataOf(reading, done, giving);
  const entry = block(reading, state, 'onentry', new Set());
  return without({
    type: 'final',
    ...wordsOf(reading, state),
    entry: some(giving.failed ? [...entry, failure] : entry),
    exit: some(block(reading, state, 'onexit', new Set())),
    outcome: ownAttribute(state, 'outcome'),
    data: giving.failed ? undefined : data,
  });
}

function readWaiting(reading: Reading, state: XmlElement, around: Surroundings): object {
  const timers: StageTimer[] = stageTimersOf(state, around.mentions);
  const left = new Set(timers.flatMap(({ send, cancel }) => [send, cancel]));
  const stages = readStages(reading, state, around);
  const real = statesIn(state).filter((child) => scxmlName(child.name) !== 'history');
  const isParallel = scxmlName(state.name) === 'parallel' && real.length > 0;
  const beginning = isParallel ? null : beginningOf(reading, state, []);
  const { onDone, ...transitions } = readTransitions(reading, state, timers);
  const holds = real.length > 0;
  return without({
    type: isParallel ? 'parallel' : undefined,
    ...wordsOf(reading, state),
    entry: some([...(around.data.late.get(state) ?? []), ...block(reading, state, 'onentry', left)]),
    exit: some(block(reading, state, 'onexit', left)),
    tasks: ownJson(reading, state, 'tasks'),
    ...transitions,
    onDone: holds ? onDone : undefined,
    ...(holds ? { ...beginning, stages } : {}),
  });
}

export function readStages(
  reading: Reading,
  container: XmlElement,
  around: Surroundings,
): Record<StageId, object> {
  checkChildren(reading, container);
  const entries = elementsIn(container)
    .filter(isState)
    .map((state): [StageId, object] => [
      stageOf(reading, idOf(reading, state)) ?? '',
      readState(reading, state, around),
    ]);
  return Object.fromEntries(entries);
}

function readState(reading: Reading, state: XmlElement, around: Surroundings): object {
  switch (scxmlName(state.name)) {
    case 'history':
      return readHistory(reading, state);
    case 'final':
      checkChildren(reading, state);
      return readFinal(reading, state);
    default:
      return readWaiting(reading, state, around);
  }
}

export const ownJsonOf = ownJson;
