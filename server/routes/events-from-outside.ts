// Which events may come from outside: any that tells a fact, but not those that only the server can know.
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import { ProblemError } from '../problem.ts';

const byTheServer = /^(timer\.|outcome\.|plan\.)/;
const ofTasks = /^task\.(.+)\.(completed|overdue)$/;

/** @throws ProblemError not-allowed. */
export function requireSendable(actor: Actor, type: string): void {
  if (byTheServer.test(type))
    throw new ProblemError(
      'not-allowed',
      `“${type}” comes from the server itself and cannot be sent; nothing was changed.`,
    );
  const task = ofTasks.exec(type);
  if (task && !scopeOf(actor, 'tasks.reassign'))
    throw new ProblemError(
      'not-allowed',
      `“${type}” is for whoever has the task ${task[1]}: complete it in the inbox, or with POST /tasks/{id}/complete. Nothing was changed.`,
    );
}
