// Works a plan through its cycle without a server: which moves a plan offers, and what each makes of it.
// A move is a task completed, a timer fired, or an event from outside.
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  type CycleTask,
  type Effect,
  type Facts,
  type JsonObject,
  type Plan,
  type Stages,
  type Step,
  startPlan,
} from '../../engine/index.ts';
import { formResults } from './form-results.ts';

export interface Move {
  type: string;
  data: JsonObject;
  at: string;
}

export interface Drive {
  compiled: CompiledCycle;
  facts: Facts;
  forms: ReadonlyMap<string, CycleTask['form']>;
}

function formsOf(stages: Stages): Map<string, CycleTask['form']> {
  return new Map(
    Object.values(stages).flatMap((stage) => [
      ...Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {}).map(
        ([key, task]): [string, CycleTask['form']] => [key, task.form],
      ),
      ...('stages' in stage ? formsOf(stage.stages) : []),
    ]),
  );
}

export const beginDrive = (compiled: CompiledCycle, facts: Facts): Drive => ({
  compiled,
  facts,
  forms: formsOf(compiled.cycle.stages),
});

const period = { start: '2026-01-01', end: '2026-12-31' };

export const begin = ({ compiled, facts }: Drive, at: string, variables: JsonObject = {}): Step =>
  startPlan(compiled, { id: 'plan-1', componentId: facts.component.id, period, variables }, { at, facts });

export const make = ({ compiled, facts }: Drive, plan: Plan, move: Move): Step =>
  advance(
    compiled,
    plan,
    { id: `event-${plan.revision}`, type: move.type, data: move.data },
    { at: move.at, facts },
  );

function taskMoves({ forms, facts }: Drive, plan: Plan): Move[] {
  const own = facts.goals.filter((goal) => goal.componentId === plan.componentId);
  return Object.keys(plan.tasks).flatMap((key) =>
    formResults(forms.get(key) ?? {}, own).map((result) => ({
      type: `task.${key}.completed`,
      data: { result },
      at: plan.movedAt,
    })),
  );
}

const later = (a: string, b: string): string => [a, b].sort().at(-1) ?? a;

const timerMoves = (plan: Plan): Move[] =>
  Object.entries(plan.timers).map(([id, { dueAt, activation }]) => ({
    type: `timer.${id}`,
    data: { activation },
    at: later(dueAt, plan.movedAt),
  }));

const outsideMoves = ({ compiled }: Drive, plan: Plan): Move[] =>
  acceptedEvents(compiled, plan)
    .filter((type) => !type.startsWith('task.'))
    .map((type) => ({ type, data: {}, at: plan.movedAt }));

/** Everything that can happen to the plan next, the helpful result of each task first. */
export const movesOf = (drive: Drive, plan: Plan): Move[] => [
  ...taskMoves(drive, plan),
  ...timerMoves(plan),
  ...outsideMoves(drive, plan),
];

/** Tasks that nobody would be asked to work. */
export const tasksWithoutAssignee = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) =>
    effect.type === 'open-task' && effect.assignee.trim() === '' ? [effect.key] : [],
  );
