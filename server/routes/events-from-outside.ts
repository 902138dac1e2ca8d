// Which events may come from outside: any that tells a fact, but not those that only the server can know.
import { ProblemError } from '../problem.ts';

const byTheServer = /^(timer|outcome|plan|done\.state|leave|person|component|calendar)\./;
/** What to do so that the server tells it. */
const actsBehind: Partial<Record<string, string>> = {
  leave: 'enter the absence instead, or end it, under Organisation or with POST /absences',
  person: 'enter an absence without an end instead, under Organisation or with POST /absences',
  component: 'change the component instead, under Organisation or with PATCH /components/{id}',
  calendar: 'change the calendar instead, under Settings or with PUT /calendars/{id}',
};
/** Only HR tells it, with a reason. */
export const planCancelled = 'plan.cancelled';
const ofTasks = /^task\.(.+)\.(completed|overdue)$/;

const idsOfTheServer =
  /^(task|timer|observation|feedback|start|hook|migration|migration-undo|version|reopening|figures):/;

/**
 * An id counts once in its plan: who took one that the server will give would keep that event from the plan.
 * @throws ProblemError invalid.
 */
export function requireFreeId(id: string): void {
  if (!idsOfTheServer.test(id)) return;
  const detail = `Ids that begin with “${id.slice(0, id.indexOf(':') + 1)}” are given by the server; choose another.`;
  throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: '/id', detail }],
  });
}

/** Of the events that a plan accepts, those that whoever may send events to it can send. */
export const sendableOf = (accepted: readonly string[]): string[] =>
  accepted.filter((type) => !byTheServer.test(type) && !ofTasks.test(type));

/**
 * A task is completed as a task, so that its result is looked at, signed and written down; nobody passes that by.
 * @throws ProblemError not-allowed.
 */
export function requireSendable(type: string): void {
  if (type === planCancelled)
    throw new ProblemError(
      'not-allowed',
      'A plan is cancelled with a reason: by “Cancel this plan”, or with POST /plans/{id}/cancel. Nothing was changed.',
    );
  const act = actsBehind[type.slice(0, type.indexOf('.'))];
  if (byTheServer.test(type) && act)
    throw new ProblemError(
      'not-allowed',
      `“${type}” comes from the server itself: ${act}. Nothing was changed.`,
    );
  if (byTheServer.test(type))
    throw new ProblemError(
      'not-allowed',
      `“${type}” comes from the server itself and cannot be sent; nothing was changed.`,
    );
  const task = ofTasks.exec(type);
  if (task)
    throw new ProblemError(
      'not-allowed',
      `“${type}” comes from the server itself: complete the task ${task[1]} in the inbox, or with POST /tasks/{id}/complete. Nothing was changed.`,
    );
}
