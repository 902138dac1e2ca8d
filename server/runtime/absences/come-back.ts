// Somebody who had left for good is back, or never left: what was closed with them is open again, and HR hears what
// ended meanwhile. A plan that ended stays so; what should go on is launched anew.
import { addDays } from '../../../engine/index.ts';
import { pageVersions } from '../../store/queries/component-versions.ts';
import { findComponent, updateComponent } from '../../store/queries/components.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import { listEndedBy } from '../../store/queries/plans-ended.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { listNames } from '../list-names.ts';
import { notifyPeople } from '../organisation/notify-people.ts';

const MOST_NAMES = 20;
const MOST_VERSIONS = 1_000;

interface ComingBack {
  absence: AbsenceRow;
  at: string;
  actor: string;
}

/** As it was before it was closed: a last day of its own comes back. */
async function lastDayBefore(db: Db, componentId: string, closed: string): Promise<string | null> {
  const versions = await pageVersions(db, { componentId, after: 0, limit: MOST_VERSIONS });
  const before = versions.findLast(({ component }) => component.activeTo !== closed);
  return before?.component.activeTo ?? null;
}

async function reopenSegment(
  db: Db,
  componentId: string,
  { absence, at, actor }: ComingBack,
): Promise<boolean> {
  const component = await findComponent(db, componentId);
  const closed = addDays(absence.startsOn, -1);
  if (component?.kind !== 'employee' || component.activeTo !== closed) return false;
  const activeTo = await lastDayBefore(db, componentId, closed);
  await updateComponent(db, { ...component, activeTo }, { at, by: actor });
  return true;
}

/** `absence` is as it was: without a last day. */
export async function comeBack(db: Db, coming: ComingBack): Promise<void> {
  const { absence, at } = coming;
  const person = (await namesOf(db, [absence.personId])).get(absence.personId) ?? absence.personId;
  for (const { id: componentId } of await listOwnedBy(db, absence.personId)) {
    const isReopened = await reopenSegment(db, componentId, coming);
    const ended = await listEndedBy(db, { componentId, eventType: 'person.left', since: absence.startsAt });
    if (ended.length === 0 && !isReopened) continue;
    const name = (await findComponent(db, componentId))?.name ?? componentId;
    const place = isReopened ? `“${name}” is open again` : `they answer for “${name}” again`;
    const cycles = listNames(ended, MOST_NAMES);
    const message =
      ended.length === 0
        ? `${person} is back: ${place}.`
        : `${person} is back: ${place}. What ended when they left stays ended: ${cycles}. Launch the cycle for “${name}” anew where it should go on.`;
    const about = { planId: null, componentId, at, idSeed: `${absence.id}:${componentId}:back` };
    await notifyPeople(db, { ...about, to: 'role:hr', message });
  }
}
