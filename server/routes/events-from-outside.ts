// Which events may come from outside: any that tells a fact, but not those that only the server can know.
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import { ProblemError } from '../problem.ts';

const byTheServer = /^(timer\.|outcome\.|plan\.|done\.state\.|calendar\.changed$)/;
const ofTasks = /^task\.(.+)\.(completed|overdue)$/;

const idsOfTheServer = /^(task|timer|observation|feedback|start|hook|migration|migration-undo|version):/;

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
