// When a task that several people have is done: all of them, any, or k of n. A seat is one assignee's share;
// who was asked in addition because a seat was overdue, or instead of a rater, shares that seat. A rater's seat for which
// nobody could be found is not waited for.
import type { TaskSibling } from '../../store/queries/task-siblings.ts';

type Seated = Pick<TaskSibling, 'id' | 'standsFor' | 'state'> & Partial<Pick<TaskSibling, 'givenUp'>>;

export interface Completions {
  done: number;
  needed: number;
}

/** The one that a row takes a share of. */
export const seatOf = (task: Pick<Seated, 'id' | 'standsFor'>): string => task.standsFor ?? task.id;

function neededOf(rule: unknown, seats: number): number {
  if (rule === 'any') return 1;
  return typeof rule === 'number' ? Math.min(rule, seats) : seats;
}

/** `siblings` are all tasks of one key and stay; `rule` is all, any or a number. */
export function completionsOf(siblings: readonly Seated[], rule: unknown): Completions {
  const empty = new Set(siblings.filter(({ givenUp }) => givenUp === 'nobody').map(seatOf));
  const seats = new Set(siblings.map(seatOf).filter((seat) => !empty.has(seat)));
  const done = new Set(siblings.filter((task) => task.state === 'completed').map(seatOf));
  return { done: done.size, needed: neededOf(rule, seats.size) };
}

/** The other tasks of the seat that one of them has. */
function seatMates<Task extends Seated>(siblings: readonly Task[], id: string): Task[] {
  const one = siblings.find((task) => task.id === id);
  return one ? siblings.filter((task) => task.id !== id && seatOf(task) === seatOf(one)) : [];
}

const idsIn = (tasks: readonly Seated[], state: string): string[] =>
  tasks.filter((task) => task.state === state).map((task) => task.id);

/** What nobody needs to do any more once one of the tasks is completed. */
export const spareTasks = (siblings: readonly Seated[], completedId: string): string[] =>
  idsIn(seatMates(siblings, completedId), 'open');

/** What its completion closed, when that completion does not count after all. */
export const sparedBy = (siblings: readonly Seated[], completedId: string): string[] =>
  idsIn(seatMates(siblings, completedId), 'closed');
