// A cycle as the JSON of an XState 5 machine that Stately can show: states, transitions and delays in its words, guards
// and actions by name with what they do as parameters, and everything else in `meta`.

import { timeOfSpan } from '../../interchange/delays.ts';
import type { Exported } from '../../interchange/export-result.ts';
import type { ImportProblem } from '../../interchange/import-result.ts';
import type { Action } from '../../model/action.ts';
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { isDoneEvent } from '../structure/event-names.ts';
import { indexStages, lineage, listStages, type StageIndex } from '../structure/stage-index.ts';
import {
  type PlacedTransition,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../structure/transitions.ts';
import { metaKey } from './config-schema.ts';

type Fields = Record<string, unknown>;

const without = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;
const meta = (fields: Fields): Fields | undefined => {
  const own = without(fields);
  return Object.keys(own).length > 0 ? { [metaKey]: own } : undefined;
};

const exportAction = ({ do: type, ...params }: Action): Fields =>
  Object.keys(params).length > 0 ? { type, params } : { type };
const exportActions = (actions: readonly Action[] | undefined): readonly Fields[] | undefined =>
  some((actions ?? []).map(exportAction));

const innermostShared = (index: StageIndex, ids: readonly StageId[]): string[] => {
  const [first = '', ...others] = ids;
  const around = lineage(index, first).slice(1);
  const shared = around.filter(({ id }) =>
    others.every((other) =>
      lineage(index, other)
        .slice(1)
        .some((container) => container.id === id),
    ),
  );
  return shared.map(({ id }) => id);
};

/**
 * XState leaves what is below the least common ancestor; a cycle what is below the least common group. Where that
 * ancestor is parallel, naming it as a target too makes XState leave and enter it.
 */
function parallelsToLeave(index: StageIndex, source: StageId | null, targets: readonly StageId[]): StageId[] {
  if (source === null) return [];
  const around = innermostShared(index, [source, ...targets]);
  const group = around.findIndex((id) => index.get(id)?.stage.type !== 'parallel');
  return around.slice(0, group < 0 ? around.length : group).slice(-1);
}

function staysInside(index: StageIndex, source: StageId | null, targets: readonly StageId[]): boolean {
  const stage = source === null ? undefined : index.get(source)?.stage;
  if (!stage || !('initial' in stage)) return false;
  return targets.every((id) =>
    lineage(index, id)
      .slice(1)
      .some((container) => container.id === source),
  );
}

function aimOf(index: StageIndex, source: StageId | null, { transition }: PlacedTransition): Fields {
  const targets = targetsOf(transition);
  if (targets.length === 0) return {};
  const isInternal = transition.internal === true && staysInside(index, source, targets);
  const left = isInternal ? [] : parallelsToLeave(index, source, targets);
  const all = [...targets, ...left].map((id) => `#${id}`);
  return { target: all.length === 1 ? all[0] : all, reenter: isInternal ? undefined : true };
}

function exportTransition(
  index: StageIndex,
  source: StageId | null,
  placed: PlacedTransition,
  own: Fields = {},
): Fields {
  const { guard, description, do: actions } = placed.transition;
  return without({
    ...aimOf(index, source, placed),
    guard: guard === undefined ? undefined : { type: 'feel', params: { expression: guard } },
    actions: exportActions(actions),
    description,
    meta: meta(own),
  });
}

const eventIn = (type: string): string => (isDoneEvent(type) ? `xstate.${type}` : type);

/** The key of a delay: milliseconds where they are always as many. */
const delayKey = (delay: string): string => {
  const seconds = timeOfSpan(delay);
  return seconds === null ? delay : String(Math.round(Number.parseFloat(seconds) * 1000));
};

function grouped(entries: readonly (readonly [string, Fields])[]): Fields | undefined {
  const lists = new Map<string, Fields[]>();
  for (const [key, transition] of entries) lists.set(key, [...(lists.get(key) ?? []), transition]);
  return lists.size > 0 ? Object.fromEntries(lists) : undefined;
}

function exportTransitions(
  index: StageIndex,
  source: StageId | null,
  transitions: readonly PlacedTransition[],
): Fields {
  const plain = (kind: 'always' | 'done') =>
    some(
      transitions
        .filter(({ trigger }) => trigger.kind === kind)
        .map((placed) => exportTransition(index, source, placed)),
    );
  const events = transitions.flatMap((placed) =>
    placed.trigger.kind === 'event'
      ? [[eventIn(placed.trigger.type), exportTransition(index, source, placed)] as const]
      : [],
  );
  const timers = transitions.filter(({ trigger }) => trigger.kind === 'timer');
  const after = timers.flatMap((placed, order) => {
    if (placed.trigger.kind !== 'timer') return [];
    const { delay, timerId } = placed.trigger;
    const id = timerId === `${source}.${order}` ? undefined : timerId;
    return [[delayKey(delay), exportTransition(index, source, placed, { delay, id, order })] as const];
  });
  return { on: grouped(events), after: grouped(after), always: plain('always'), onDone: plain('done') };
}

function exportStage(index: StageIndex, id: StageId, stage: Stage, place: string): Fields {
  const own = {
    name: stage.name,
    kind: 'kind' in stage ? stage.kind : undefined,
    released: 'released' in stage ? stage.released : undefined,
  };
  if (stage.type === 'history') {
    const aim = targetsOf(stage).map((to) => `#${to}`);
    const target = aim.length > 1 ? aim : aim[0];
    const history = stage.history ?? 'shallow';
    return without({
      id,
      type: 'history',
      history,
      target,
      description: stage.description,
      meta: meta({ ...own, do: stage.do, history: stage.history }),
    });
  }
  const shared = {
    id,
    description: stage.description,
    entry: exportActions(stage.entry),
    exit: exportActions(stage.exit),
  };
  if (stage.type === 'final') {
    return without({
      ...shared,
      type: 'final',
      meta: meta({ ...own, outcome: stage.outcome, data: stage.data }),
    });
  }
  const transitions = exportTransitions(index, id, transitionsOfStage(id, stage, place));
  const tasks = stage.tasks && Object.keys(stage.tasks).length > 0 ? stage.tasks : undefined;
  if (!('stages' in stage)) return without({ ...shared, ...transitions, meta: meta({ ...own, tasks }) });
  const begin = 'begin' in stage ? stage.begin : undefined;
  return without({
    ...shared,
    type: stage.type === 'parallel' ? 'parallel' : undefined,
    initial: 'initial' in stage ? stage.initial : undefined,
    ...transitions,
    states: exportStages(index, stage.stages, `${place}/`),
    meta: meta({ ...own, tasks, begin }),
  });
}

const exportStages = (index: StageIndex, stages: Stages, at: string): Fields =>
  Object.fromEntries(
    Object.entries(stages).map(([id, stage]) => [id, exportStage(index, id, stage, `${at}stages/${id}`)]),
  );

const remark = (code: string, place: string, message: string): ImportProblem => ({
  code: `XSTATE-${code}`,
  severity: 'info',
  place,
  message,
});

function remarksOn(cycle: Cycle): ImportProblem[] {
  const stages = listStages(cycle);
  const begun = stages.filter(({ stage }) => 'begin' in stage && stage.begin);
  const timers = stages.flatMap(({ id, stage, place }) => transitionsOfStage(id, stage, place));
  const deepFirst = [...(cycle.begin ? [{ place: '' }] : []), ...begun];
  return [
    remark(
      'names',
      '/',
      'Guards and actions are names with parameters; a machine that runs needs implementations for them.',
    ),
    ...(stages.some(({ stage }) => stage.type === 'parallel')
      ? [
          remark(
            'parallel',
            '/',
            'XState takes some transitions of parallel stages in another order than a cycle does.',
          ),
        ]
      : []),
    ...deepFirst.map(({ place }) =>
      remark(
        'begin',
        place ? `/${place}/begin` : '/begin',
        'XState begins in "initial"; what else is said here stands in "meta" only.',
      ),
    ),
    ...timers.flatMap(({ trigger, place }) =>
      trigger.kind === 'timer' && timeOfSpan(trigger.delay) === null
        ? [remark('delay', `/${place}/delay`, `"${trigger.delay}" is the name of a delay for XState.`)]
        : [],
    ),
  ];
}

/** What a machine has no place for: rules, scenarios, scales, the layout. */
function restOf(cycle: Cycle): Fields {
  const { $schema: _, schema: __, description: ___, variables: ____, initial: _____, ...rest } = cycle;
  const { stages: ______, on: _______, ...kept } = rest;
  return kept;
}

/** The cycle's document has to be free of structural faults. */
export function exportXState(cycle: Cycle): Exported {
  const index = indexStages(cycle);
  // The machine's id is one among those of its states.
  const id = index.has(cycle.id) ? `${cycle.id}-cycle` : cycle.id;
  const config = without({
    id,
    description: cycle.description,
    context: cycle.variables,
    initial: cycle.initial,
    ...exportTransitions(index, null, transitionsOfCycle(cycle)),
    states: exportStages(index, cycle.stages, ''),
    meta: meta(restOf(cycle)),
  });
  return { text: `${JSON.stringify(config, null, 2)}\n`, problems: remarksOn(cycle) };
}
