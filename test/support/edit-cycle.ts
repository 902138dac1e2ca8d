// Random edits of a cycle as a designer makes them: the editor's own commands, chosen by numbers, so that the same
// numbers always make the same edits. An edit that is refused, or leaves no sound chart, is left out.
import fc from 'fast-check';
import { applyCommand } from '../../editor/document/apply-command.ts';
import type { Command } from '../../editor/document/command.ts';
import { listStages, type PlacedStage } from '../../editor/document/stage-tree.ts';
import { listTransitions } from '../../editor/document/transitions.ts';
import {
  type Cycle,
  type CycleTask,
  parseCycle,
  structuralFaults,
  type Transition,
} from '../../engine/index.ts';

/** What is done, and three numbers that say to what. */
export interface Edit {
  what: number;
  a: number;
  b: number;
  c: number;
}

const edit = fc.record({ what: fc.nat(999), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) });
export const arbitraryEdits = (maxLength = 6): fc.Arbitrary<Edit[]> =>
  fc.array(edit, { minLength: 1, maxLength });

const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list[number % Math.max(1, list.length)];

const tasksIn = ({ stage }: PlacedStage): [string, CycleTask][] =>
  Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {});
const allTasks = (cycle: Cycle): { stage: string; key: string; task: CycleTask }[] =>
  listStages(cycle).flatMap((placed) =>
    tasksIn(placed).map(([key, task]) => ({ stage: placed.id, key, task })),
  );

const at = { x: 40, y: 40 };
const plainTask = (number: number): CycleTask => ({
  title: `Task ${number % 5}`,
  assignee: number % 2 ? 'owner' : 'manager',
  form: number % 3 ? 'feedback' : 'acknowledgement',
  ...(number % 4 ? { due: `P${1 + (number % 9)}D` } : {}),
});
const delays = ['P2D', 'P9D', '3bd', 'period.end', 'PT6H'];
const guards = ['n < 9', 'round < 2', 'n >= 0', 'result.ok'];
const events = ['go', 'back', 'stop', 'task.t1.completed', 'task.t2.completed'];

type Make = (cycle: Cycle, edit: Edit) => Command[];

const stageOf = (cycle: Cycle, number: number): string => pick(listStages(cycle), number)?.id ?? '';
const transitionAt = (cycle: Cycle, number: number) => pick(listTransitions(cycle), number)?.at;

const freeId = (cycle: Cycle, number: number): string => {
  const taken = new Set(listStages(cycle).map(({ id }) => id));
  for (let next = number; ; next += 1) if (!taken.has(`x${next}`)) return `x${next}`;
};

const addStage: Make = (cycle, { a, b, c }) => [
  {
    type: 'add-stage',
    id: freeId(cycle, a),
    name: `Stage ${a % 7}`,
    kind: b % 2 ? 'observe' : null,
    stageType: pick(['atomic', 'atomic', 'compound', 'parallel', 'final', 'history'] as const, b) ?? 'atomic',
    inside: c % 3 ? null : stageOf(cycle, c),
    at,
  },
];
const removeStage: Make = (cycle, { a }) => [{ type: 'remove-stage', stage: stageOf(cycle, a) }];
const renameStage: Make = (cycle, { a, b }) => [
  { type: 'change-stage-id', stage: stageOf(cycle, a), id: freeId(cycle, b) },
];
const moveInto: Make = (cycle, { a, b, c }) => [
  { type: 'move-into', stage: stageOf(cycle, a), inside: c % 4 ? stageOf(cycle, b) : null, to: at },
];
/** A stage put into a new container of its own. */
const wrap: Make = (cycle, { a, b, c }) => {
  const id = freeId(cycle, b);
  return [
    { type: 'add-stage', id, name: 'Around', kind: null, stageType: 'atomic', inside: null, at },
    { type: 'move-into', stage: stageOf(cycle, a), inside: id, to: at },
    ...(c % 2
      ? [{ type: 'set-task' as const, stage: id, key: `t${100 + (b % 50)}`, task: plainTask(c) }]
      : []),
  ];
};
const retarget: Make = (cycle, { a, b }) => {
  const ref = transitionAt(cycle, a);
  return ref ? [{ type: 'set-transition', at: ref, patch: { to: stageOf(cycle, b) } }] : [];
};
const reguard: Make = (cycle, { a, b }) => {
  const ref = transitionAt(cycle, a);
  const guard = b % 3 ? pick(guards, b) : undefined;
  return ref ? [{ type: 'set-transition', at: ref, patch: { guard } as Partial<Transition> }] : [];
};
const addTransition: Make = (cycle, { a, b, c }) => [
  {
    type: 'add-transition',
    from: a % 9 ? stageOf(cycle, a) : null,
    trigger: { kind: 'event', event: pick(events, b) ?? 'go' },
    transition: c % 3 ? { to: stageOf(cycle, c) } : { do: [{ do: 'set', variable: 'n', value: 'n + 2' }] },
  },
];
const removeTransition: Make = (cycle, { a }) => {
  const ref = transitionAt(cycle, a);
  return ref ? [{ type: 'remove-transition', at: ref }] : [];
};
const reorderTransition: Make = (cycle, { a, b }) => {
  const ref = transitionAt(cycle, a);
  return ref ? [{ type: 'reorder-transition', at: ref, to: b % 3 }] : [];
};
const addTimer: Make = (cycle, { a, b, c }) => [
  {
    type: 'add-transition',
    from: stageOf(cycle, a),
    trigger: { kind: 'after', delay: pick(delays, b) ?? 'P2D' },
    transition: { to: stageOf(cycle, c), ...(c % 2 ? { id: `timer-${c}` } : {}) } as Transition,
  },
];
const timerAt = (cycle: Cycle, number: number) =>
  pick(
    listTransitions(cycle).filter(({ trigger }) => trigger.kind === 'after'),
    number,
  )?.at;
const changeDelay: Make = (cycle, { a, b }) => {
  const ref = timerAt(cycle, a);
  return ref ? [{ type: 'set-transition', at: ref, patch: { delay: pick(delays, b) ?? 'P2D' } }] : [];
};
const removeTimer: Make = (cycle, { a }) => {
  const ref = timerAt(cycle, a);
  return ref ? [{ type: 'remove-transition', at: ref }] : [];
};
const addTask: Make = (cycle, { a, b, c }) => [
  { type: 'set-task', stage: stageOf(cycle, a), key: `t${200 + (b % 100)}`, task: plainTask(c) },
];
const removeTask: Make = (cycle, { a }) => {
  const found = pick(allTasks(cycle), a);
  return found ? [{ type: 'remove-task', stage: found.stage, key: found.key }] : [];
};
const renameTask: Make = (cycle, { a, b }) => {
  const found = pick(allTasks(cycle), a);
  return found
    ? [{ type: 'rename-task', stage: found.stage, key: found.key, to: `t${300 + (b % 100)}` }]
    : [];
};
const changeTask: Make = (cycle, { a, b, c }) => {
  const found = pick(allTasks(cycle), a);
  if (!found) return [];
  const fresh = plainTask(b);
  const task = [
    { ...found.task, title: fresh.title },
    { ...found.task, form: fresh.form },
    { ...found.task, due: 'P20D', remind: ['-P3D'] },
    { ...found.task, complete: 'any' as const },
    fresh,
  ][c % 5];
  return [{ type: 'set-task', stage: found.stage, key: found.key, task: task ?? fresh }];
};
const moveTask: Make = (cycle, { a, b }) => {
  const found = pick(allTasks(cycle), a);
  if (!found) return [];
  const { stage, key, task } = found;
  return [
    { type: 'remove-task', stage, key },
    { type: 'set-task', stage: stageOf(cycle, b), key, task },
  ];
};
const changeType: Make = (cycle, { a, b }) => [
  {
    type: 'set-type',
    stage: stageOf(cycle, a),
    stageType: pick(['atomic', 'compound', 'parallel', 'final'] as const, b) ?? 'compound',
  },
];
const changeWords: Make = (cycle, { a, b, c }) => [
  pick<Command>(
    [
      { type: 'rename-stage', stage: stageOf(cycle, a), name: `Named ${b}` },
      { type: 'set-stage', stage: stageOf(cycle, a), patch: { description: `Said ${b}` } },
      { type: 'set-cycle', patch: { name: `Called ${b}` } },
      { type: 'move-stage', stage: stageOf(cycle, a), to: { x: b, y: c } },
    ],
    c,
  ) ?? { type: 'set-cycle', patch: {} },
];
const changeKind: Make = (cycle, { a, b }) => [
  { type: 'set-kind', stage: stageOf(cycle, a), kind: pick(['plan', 'observe', null] as const, b) ?? null },
];
const changeActions: Make = (cycle, { a, b, c }) => [
  {
    type: 'set-actions',
    stage: stageOf(cycle, a),
    when: b % 2 ? 'entry' : 'exit',
    actions:
      pick(
        [
          [],
          [{ do: 'notify' as const, to: 'owner', message: `Hear ${c % 3}, n is {{ n }}` }],
          [{ do: 'reward' as const, title: `Thanks ${c % 3}` }],
          [{ do: 'set' as const, variable: 'n', value: `n + ${c % 3}` }],
        ],
        b,
      ) ?? [],
  },
];
const changeInitial: Make = (cycle, { a }) => [{ type: 'set-initial', stage: stageOf(cycle, a) }];
const changeVariables: Make = (cycle, { b, c }) => [
  { type: 'set-variables', variables: { ...cycle.variables, [`v${b % 3}`]: c % 4 } },
];
/** Ids and places are given as they are drawn; the order of stages by hand. */
const reorderStages: Make = () => [];

const makers: Make[] = [
  addStage,
  removeStage,
  renameStage,
  moveInto,
  wrap,
  retarget,
  reguard,
  addTransition,
  removeTransition,
  reorderTransition,
  addTimer,
  changeDelay,
  removeTimer,
  addTask,
  removeTask,
  renameTask,
  changeTask,
  moveTask,
  changeType,
  changeWords,
  changeKind,
  changeActions,
  changeInitial,
  changeVariables,
  reorderStages,
];

function turned(cycle: Cycle, { a }: Edit): Cycle {
  const entries = Object.entries(cycle.stages);
  const by = a % Math.max(1, entries.length);
  return { ...cycle, stages: Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)]) };
}

function edited(cycle: Cycle, given: Edit): Cycle {
  const make = pick(makers, given.what) ?? addStage;
  if (make === reorderStages) return turned(cycle, given);
  return make(cycle, given).reduce((next, command) => {
    const applied = applyCommand(next, command);
    return applied.kind === 'applied' ? applied.cycle : next;
  }, cycle);
}

/** The cycle after all edits that leave it sound. */
export function editCycle(cycle: Cycle, edits: readonly Edit[]): Cycle {
  return edits.reduce((before, one) => {
    const after = edited(before, one);
    const isCycle = parseCycle(JSON.parse(JSON.stringify(after))).kind === 'parsed';
    return isCycle && structuralFaults(after).length === 0 ? after : before;
  }, cycle);
}
