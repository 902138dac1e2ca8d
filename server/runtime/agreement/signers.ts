// The two sides of a plan: who answers for the component, and who manages them. Both sign.
import { distinctPeople, lineOfManagers } from '../../../engine/index.ts';
import { findComponent } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';

export const sides = ['component', 'manager'] as const;
export type Side = (typeof sides)[number];

/**
 * The manager of what nobody manages is its sponsor, as for the tasks of its plan. Nobody is both sides: who signs for a
 * vacant post is not its manager too, which is the next one up then, or HR.
 */
export async function signersOf(db: Db, componentId: string): Promise<Record<Side, string[]>> {
  const component = await resolveAssignees(db, componentId, 'owner');
  const others = async (relation: string) =>
    (await resolveAssignees(db, componentId, relation)).filter((person) => !component.includes(person));
  for (const managers of [
    await others('manager'),
    distinctPeople([
      lineOfManagers(await lineageOf(db, componentId)).find((one) => !component.includes(one)),
    ]),
    await others('sponsor'),
  ])
    if (managers.length > 0) return { component, manager: managers };
  const isVacant = (await findComponent(db, componentId))?.ownerId === null;
  return { component, manager: isVacant ? (await others('role:hr')).slice(0, 1) : [] };
}

export async function sidesOf(db: Db, componentId: string, personId: string): Promise<Side[]> {
  const signers = await signersOf(db, componentId);
  return sides.filter((side) => signers[side].includes(personId));
}
