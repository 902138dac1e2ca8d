// What an event is about, by its type: a task of the plan, a timer of it, or something else.
export interface Subject {
  task: string | null;
  /** The task is done. */
  completes: boolean;
  timer: string | null;
}

const somethingElse: Subject = { task: null, completes: false, timer: null };

const between = (text: string, start: string, end: string): string | null =>
  text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end)
    ? text.slice(start.length, text.length - end.length)
    : null;

export function subjectOf(type: string): Subject {
  const timer = between(type, 'timer.', '');
  if (timer !== null) return { task: null, completes: false, timer };
  const completed = between(type, 'task.', '.completed');
  if (completed !== null) return { task: completed, completes: true, timer: null };
  const task = between(type, 'task.', '.overdue');
  return task === null ? somethingElse : { task, completes: false, timer: null };
}
