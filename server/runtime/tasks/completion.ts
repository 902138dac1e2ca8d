// When a task that several people have is done: all of them, any, or k of n. A seat is one assignee's share;
// who was asked in addition because a seat was overdue shares that seat.
import type { TaskSibling } from '../../store/queries/tasks.ts';

type Seated = Pick<TaskSibling, 'id' | 'standsFor' | 'state'>;

export interface Completions {
  done: number;
  needed: number;
}

const seatOf = (task: Seated): string => task.standsFor ?? task.id;

function neededOf(rule: unknown, seats: number): number {
  if (rule === 'any') return 1;
  return typeof rule === 'number' ? Math.min(rule, seats) : seats;
}

/** `siblings` are all tasks of one key and stay; `rule` is all, any or a number. */
export function completionsOf(siblings: readonly Seated[], rule: unknown): Completions {
  const seats = new Set(siblings.map(seatOf));
  const done = new Set(siblings.filter((task) => task.state === 'completed').map(seatOf));
  return { done: done.size, needed: neededOf(rule, seats.size) };
}

/** The other open tasks of the seats that one of the completed tasks has filled. */
export const spareTasks = (siblings: readonly Seated[], completedId: string): string[] => {
  const completed = siblings.find((task) => task.id === completedId);
  if (!completed) return [];
  const seat = seatOf(completed);
  return siblings
    .filter((task) => task.id !== completedId && task.state === 'open' && seatOf(task) === seat)
    .map((task) => task.id);
};
