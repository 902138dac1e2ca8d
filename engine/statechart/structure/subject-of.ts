// What an event is about, by its type: a task of the plan, a timer of it, or something else.
import type { TaskKey, TimerId } from '../../model/ids.ts';
import { timerOf } from './event-names.ts';
import type { StageIndex } from './stage-index.ts';
import { eventTypeOf, type PlacedTransition } from './transitions.ts';

export interface Subject {
  task: TaskKey | null;
  /** The task is done. */
  completes: boolean;
  timer: TimerId | null;
}

const somethingElse: Subject = { task: null, completes: false, timer: null };

const about = 'task.';
const done = '.completed';
const late = '.overdue';

const taskIn = (type: string, ending: string): TaskKey | null =>
  type.length > about.length + ending.length && type.startsWith(about) && type.endsWith(ending)
    ? type.slice(about.length, -ending.length)
    : null;

export function subjectOf(type: string): Subject {
  const timer = timerOf(type);
  if (timer !== null) return { task: null, completes: false, timer };
  const completed = taskIn(type, done);
  if (completed !== null) return { task: completed, completes: true, timer: null };
  const overdue = taskIn(type, late);
  return overdue === null ? somethingElse : { task: overdue, completes: false, timer: null };
}

/** What the events of a cycle's own tasks and timers are about, found out once. */
export function subjectsIn(
  stages: StageIndex,
  transitions: readonly PlacedTransition[],
): ReadonlyMap<string, Subject> {
  const tasks = [...stages.values()].flatMap(({ stage }) =>
    'tasks' in stage ? Object.keys(stage.tasks ?? {}) : [],
  );
  const types = [
    ...tasks.flatMap((key) => [`${about}${key}${done}`, `${about}${key}${late}`]),
    ...transitions.flatMap(({ trigger }) => (trigger.kind === 'timer' ? [eventTypeOf(trigger)] : [])),
  ];
  return new Map(types.map((type) => [type, subjectOf(type)]));
}
