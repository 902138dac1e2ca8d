// The two sides of a plan: who answers for the component, and who manages them. Both sign.
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';

export const sides = ['component', 'manager'] as const;
export type Side = (typeof sides)[number];

/** The manager of what nobody manages is its sponsor, as for the tasks of its plan. Nobody is both sides. */
export async function signersOf(db: Db, componentId: string): Promise<Record<Side, string[]>> {
  const component = await resolveAssignees(db, componentId, 'owner');
  const others = async (relation: string) =>
    (await resolveAssignees(db, componentId, relation)).filter((person) => !component.includes(person));
  const managers = await others('manager');
  return { component, manager: managers.length > 0 ? managers : await others('sponsor') };
}

export async function sidesOf(db: Db, componentId: string, personId: string): Promise<Side[]> {
  const signers = await signersOf(db, componentId);
  return sides.filter((side) => signers[side].includes(personId));
}
