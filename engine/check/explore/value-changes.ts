// What the actions of a step make of the names whose values are followed through a chart.
import type { Scalar } from '../../expression/guards/guard.ts';
import { incrementOf, termOf } from '../../expression/guards/read-guard.ts';
import type { Action } from '../../model/action.ts';
import type { StageId } from '../../model/ids.ts';
import type { ChartView } from '../chart-view.ts';
import { type FlowEdge, ownActions } from '../flow-graph.ts';
import { actionsAt, transitionsAt } from '../places.ts';

/** Anything. */
export const open: unique symbol = Symbol('open');
export type Value = Scalar | typeof open;
/** By the places of the names that are followed. */
export type Values = readonly Value[];

const appraised = ['outcome', 'score', 'coverage'];

/** What the engine starts every plan with. */
const firstValues: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...appraised.map((name) => [name, null] as const),
  ['round', 1],
]);

export interface Change {
  at: number;
  after(before: Value): Value;
}

export const join = (a: Value, b: Value): Value => (a === b ? a : open);

function writtenIn(view: ChartView, text: string): Scalar | undefined {
  const expression = view.expressionOf(text);
  const term = expression && termOf(expression);
  const value = term?.kind === 'literal' ? term.value : undefined;
  return typeof value === 'object' && value !== null ? undefined : value;
}

/** Those that guards ask for and that something is known of at times. */
export function followedNames(view: ChartView): string[] {
  const asked = new Set(
    transitionsAt(view).flatMap(({ transition: { guard } }) => [
      ...(guard === undefined ? [] : (view.expressionOf(guard)?.names ?? [])),
    ]),
  );
  const set = actionsAt(view).flatMap(({ action }) =>
    action.do === 'set' && writtenIn(view, action.value) !== undefined ? [action.variable] : [],
  );
  return [...new Set([...firstValues.keys(), ...set])].filter((name) => asked.has(name));
}

/** The engine keeps the round as it is when it is set to anything else. */
const canBe = (variable: string, value: Scalar): boolean =>
  variable !== 'round' || (typeof value === 'number' && Number.isInteger(value) && value >= 0);

function afterSet(view: ChartView, variable: string, text: string): Change['after'] {
  const written = writtenIn(view, text);
  if (written !== undefined) return () => (canBe(variable, written) ? written : open);
  const expression = view.expressionOf(text);
  const by = expression && incrementOf(expression, variable);
  return (before) => {
    const sum = typeof before === 'number' && by !== null ? before + by : null;
    return sum !== null && Number.isSafeInteger(sum) && canBe(variable, sum) ? sum : open;
  };
}

export interface Following {
  view: ChartView;
  names: readonly string[];
}

function changesBy({ view, names }: Following, action: Action): Change[] {
  if (action.do === 'appraise')
    return names.flatMap((name, at) => (appraised.includes(name) ? [{ at, after: () => open }] : []));
  if (action.do !== 'set') return [];
  const at = names.indexOf(action.variable);
  if (at < 0) return [];
  const after = afterSet(view, action.variable, action.value);
  return [{ at, after: action.guard === undefined ? after : (before) => join(before, after(before)) }];
}

export interface ChangeReader {
  of(actions: readonly Action[] | undefined): readonly Change[];
  when(stage: StageId, when: 'entry' | 'exit'): readonly Change[];
}

const none: readonly Change[] = [];

export function changeReader(following: Following): ChangeReader {
  const lists = new Map<readonly Action[], readonly Change[]>();
  const stages = {
    entry: new Map<StageId, readonly Change[]>(),
    exit: new Map<StageId, readonly Change[]>(),
  };
  return {
    of(actions) {
      if (actions === undefined) return none;
      const found = lists.get(actions) ?? actions.flatMap((action) => changesBy(following, action));
      lists.set(actions, found);
      return found;
    },
    when(stage, when) {
      const found =
        stages[when].get(stage) ??
        ownActions(following.view, stage, when).flatMap(({ action }) => changesBy(following, action));
      stages[when].set(stage, found);
      return found;
    },
  };
}

export function applied(values: Values, changes: readonly Change[]): Values {
  if (changes.length === 0) return values;
  return changes.reduce((now, { at, after }) => now.with(at, after(now[at] ?? null)), values);
}

const opened = (values: Values, changes: readonly Change[]): Values =>
  changes.reduce((now, { at }) => now.with(at, open), values);

/** All that a step does. Between entries the beginnings of containers are done; their order is not told here. */
export function changesOn(
  following: Following,
  reader: ChangeReader,
  { left, taken, entered, begins }: FlowEdge,
): readonly Change[] {
  const changes: Change[] = [];
  for (const id of left) changes.push(...reader.when(id, 'exit'));
  for (const { transition } of taken) changes.push(...reader.of(transition.do));
  for (const id of entered) changes.push(...reader.when(id, 'entry'));
  for (const { action } of begins)
    for (const { at } of changesBy(following, action)) changes.push({ at, after: () => open });
  return changes.length === 0 ? none : changes;
}

const isHistory = (view: ChartView, stage: StageId | null): boolean =>
  view.index.get(stage ?? '')?.stage.type === 'history';

/** Stages are entered in document order; what is done besides on the way in leaves a name open. */
export function valuesAtStart(
  following: Following,
  reader: ChangeReader,
  active: readonly StageId[],
): Values {
  const { view, names } = following;
  const first = names.map((name) => (firstValues.has(name) ? (firstValues.get(name) ?? null) : open));
  const entered = view.stages.filter(({ id }) => active.includes(id));
  const entries = entered.flatMap(({ id }) => reader.when(id, 'entry'));
  const begun = actionsAt(view)
    .filter(({ place, stage }) => /(^|\/)begin\/do\/\d+$/.test(place) || isHistory(view, stage))
    .flatMap(({ action }) => changesBy(following, action));
  return opened(applied(first, entries), begun);
}
