// Moves what a plan still has to come: its armed timers, and the due dates of its open tasks with all that follows from them.
import type { StageId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import { type Draft, withEntry } from './draft.ts';
import type { Delay } from './instant-of.ts';
import { workOf } from './stay.ts';
import { ladderOf, type StageTask } from './tasks.ts';
import type { StageTimer } from './timers.ts';

export interface Mover {
  /** Whether something so long after something moves. */
  concerns(delay: Delay): boolean;
  /** Whether events move that were raised with a delay: how it was written is not kept. */
  raised: boolean;
  /** Null: it stays. */
  to(dueAt: Instant): Instant | null;
}

interface Defined {
  timers: ReadonlyMap<string, StageTimer>;
  tasks: ReadonlyMap<string, StageTask>;
}

function definedIn(draft: Draft, stages: Iterable<StageId>): Defined {
  const works = [...stages].flatMap((id) => {
    const placed = draft.index.get(id);
    return placed ? workOf(id, placed.stage, { place: placed.place, top: placed.parent === null }) : [];
  });
  return {
    timers: new Map(works.flatMap(({ timers }) => timers.map((timer) => [timer.id, timer]))),
    tasks: new Map(works.flatMap(({ tasks }) => tasks.map((task) => [task.key, task]))),
  };
}

function moveTimers(draft: Draft, mover: Mover, { timers }: Defined): void {
  for (const [timerId, timer] of Object.entries(draft.plan.timers)) {
    const definition = timers.get(timerId);
    if (timer.raises ? !mover.raised : !definition || !mover.concerns(definition)) continue;
    const dueAt = mover.to(timer.dueAt);
    if (dueAt === null) continue;
    const { stage, activation } = timer;
    draft.plan.timers = withEntry(draft.plan.timers, timerId, { ...timer, dueAt });
    draft.effects.push({ type: 'cancel-timer', timerId, activation });
    draft.effects.push({ type: 'arm-timer', timerId, stage, activation, dueAt });
  }
}

function moveTasks(draft: Draft, mover: Mover, { tasks }: Defined): void {
  for (const [key, task] of Object.entries(draft.plan.tasks)) {
    const definition = tasks.get(key);
    const due = definition?.task.due;
    if (!definition || due === undefined || task.dueAt === null) continue;
    if (!mover.concerns({ delay: due, place: `${definition.place}/due` })) continue;
    const dueAt = mover.to(task.dueAt);
    if (dueAt === null) continue;
    const { activation } = task;
    draft.plan.tasks = withEntry(draft.plan.tasks, key, { ...task, dueAt });
    draft.effects.push({ type: 'move-task', key, activation, dueAt, ...ladderOf(draft, definition, dueAt) });
  }
}

export function moveDue(draft: Draft, mover: Mover): void {
  const defined = definedIn(draft, draft.active);
  moveTimers(draft, mover, defined);
  moveTasks(draft, mover, defined);
}
