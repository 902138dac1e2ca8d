// Whom somebody names to say how they work: people who are there, each in one group, nobody about themselves, and so
// many that something may be shown of what they say.
import { type FormResult, foreseeGroups } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import type { Form } from './form.ts';

const groups = ['peers', 'reports'] as const;

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

async function faultOf({ db, task }: Form, id: string, known: ReadonlySet<string>): Promise<string | null> {
  if (!(await personExists(db, id))) return `There is no person ${id}. Choose somebody who is there.`;
  if (id === task.componentOwnerId)
    return 'Nobody is asked about themselves: the self-view has its own task.';
  if (known.has(id)) return 'Each person is asked once: name them in one group.';
  const [manager] = await resolveAssignees(db, task.componentId, 'manager');
  return id === manager ? 'The manager is asked anyway: name others.' : null;
}

/** @throws ProblemError invalid, with its place in the result. */
export async function requireNominees(form: Form, result: FormResult<'nomination'>): Promise<void> {
  const known = new Set<string>();
  for (const group of groups) {
    for (const [index, id] of result[group].entries()) {
      const fault = await faultOf(form, id, known);
      if (fault !== null) throw refuse(`/result/${group}/${index}`, fault);
      known.add(id);
    }
  }
  const { missing } = foreseeGroups({ peer: result.peers.length, report: result.reports.length });
  if (missing > 0)
    throw refuse(
      '/result/peers',
      `Fewer than three answers are never shown, so that nobody can be told apart. Name ${missing} more.`,
    );
}
