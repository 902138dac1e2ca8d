// For whom feedback is: whoever answers for a component, or a person, who is then heard in what stands for them.
import { ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findGoal } from '../../store/queries/goals.ts';
import { findPerson } from '../../store/queries/people.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';

export type Address = { personId: string } | { componentId: string };

export interface Receiver {
  personId: string;
  personName: string;
  componentId: string | null;
}

export const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} Nothing was sent.`, { errors: [{ pointer, detail }] });

/** A person's own place rather than a department that they answer for. */
async function placeOf(db: Db, personId: string): Promise<string | null> {
  const owned = await listOwnedBy(db, personId);
  const own = owned.find(({ kind }) => kind === 'employee') ?? owned[0];
  return own?.id ?? null;
}

async function toPerson(db: Db, personId: string, pointer: string): Promise<Receiver> {
  const person = await findPerson(db, personId);
  if (!person) throw refuse(pointer, `There is no person ${personId}; choose one that exists.`);
  return { personId, personName: person.name, componentId: await placeOf(db, personId) };
}

/** @throws ProblemError invalid when nobody would read it. */
export async function findReceiver(db: Db, address: Address): Promise<Receiver> {
  if ('personId' in address) return toPerson(db, address.personId, '/to/personId');
  const component = await findComponent(db, address.componentId);
  if (!component)
    throw refuse('/to/componentId', `There is no component ${address.componentId}; choose one that exists.`);
  const [personId] = await resolveAssignees(db, component.id, 'owner');
  if (personId === undefined)
    throw refuse('/to/componentId', `Nobody answers for ${component.name}; choose a person instead.`);
  return { ...(await toPerson(db, personId, '/to/componentId')), componentId: component.id };
}

/** @throws ProblemError invalid when the goal is not one of the component's. */
export async function requireGoalOf(db: Db, goalId: string, componentId: string | null): Promise<void> {
  const goal = await findGoal(db, goalId);
  if (goal && goal.componentId === componentId) return;
  throw refuse('/goalId', `There is no goal ${goalId} of whom you write to; leave it out or choose another.`);
}
