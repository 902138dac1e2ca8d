// Somebody leaves for good: domain section 3 L. Their own segment closes with the last day, their sessions end, and HR
// hears of the plans that would go on without them and of what is left without a manager. Nothing that they wrote is taken away, and nothing is rated.
import { addDays, grouped } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listManagedBy, listPeopleWithRole } from '../../store/queries/assignees.ts';
import { findComponent, updateComponent } from '../../store/queries/components.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import { deleteSessionsOf } from '../../store/queries/people.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { listNames } from '../list-names.ts';
import { notifyPeople, notifyPersons } from '../organisation/notify-people.ts';
import { plansWithout } from './plans-without.ts';

const MOST_NAMES = 20;

type Owned = Awaited<ReturnType<typeof listOwnedBy>>[number];

interface Leaving {
  absence: AbsenceRow;
  at: string;
  actor: string;
}

/** A person's own component is there until the day before; what they answered for besides goes on. */
async function closeSegment(db: Db, componentId: string, { absence, at, actor }: Leaving): Promise<void> {
  const component = await findComponent(db, componentId);
  if (component?.kind !== 'employee') return;
  const activeTo = addDays(absence.startsOn, -1);
  const { activeFrom = null } = component;
  const endsBefore = component.activeTo && component.activeTo <= activeTo;
  if (endsBefore || (activeFrom !== null && activeFrom > activeTo)) return;
  await updateComponent(db, { ...component, activeTo }, { at, by: actor });
}

/** Of what goes on without them. */
async function tellHr(deps: Deps, db: Db, place: Owned, { absence, at }: Leaving): Promise<void> {
  const { id: componentId, kind } = place;
  const goOn = (await plansWithout(deps, db, { componentId, kind, absence })).filter(({ ends }) => !ends);
  const [first] = goOn;
  if (!first) return;
  const name = (await findComponent(db, componentId))?.name ?? componentId;
  const count = goOn.length === 1 ? '1 plan goes' : `${grouped(goOn.length)} plans go`;
  const message = `Who answered for ${name} has left, and ${count} on: ${listNames(
    goOn.map(({ cycleName }) => cycleName),
    MOST_NAMES,
  )}. Name who answers for it now, or cancel what should end.`;
  const idSeed = `${absence.id}:${componentId}:left`;
  const planId = goOn.length === 1 ? first.planId : null;
  await notifyPeople(db, { to: 'role:hr', planId, componentId, message, at, idSeed });
}

/** Those that are managed through the tree have the same manager above them, and follow when another one is named. */
async function askForManagers(db: Db, { absence, at }: Leaving): Promise<void> {
  const { personId } = absence;
  const managed = await listManagedBy(db, personId);
  if (managed.length === 0) return;
  const name = (await namesOf(db, [personId])).get(personId) ?? personId;
  const message = `${name} has left and is still named as manager of ${listNames(managed, MOST_NAMES)}. Name another manager there; until then others work the tasks in their place.`;
  const others = async (role: 'hr' | 'admin') =>
    (await listPeopleWithRole(db, role)).filter((id) => id !== personId);
  const hr = await others('hr');
  const told = hr.length > 0 ? hr : await others('admin');
  const about = { planId: null, componentId: null, at, idSeed: `${absence.id}:managers` };
  await notifyPersons(db, told, { ...about, message });
}

export async function leaveForGood(deps: Deps, db: Db, leaving: Leaving): Promise<void> {
  const { personId } = leaving.absence;
  await deleteSessionsOf(db, personId);
  for (const owned of await listOwnedBy(db, personId)) {
    await closeSegment(db, owned.id, leaving);
    await tellHr(deps, db, owned, leaving);
  }
  await askForManagers(db, leaving);
}
