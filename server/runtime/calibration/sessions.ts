// A session in which ratings are discussed: HR plans it, its facilitator or HR holds and closes it. Who sits in it reads
// its lines while it is held, and only those; nobody reads or changes their own. ADR 0064.
import { localDateOf } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { authorize, scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { hasLeft } from '../../store/queries/absences.ts';
import { listAppraisedPlans } from '../../store/queries/appraisals.ts';
import {
  findSession,
  insertSession,
  listMembers,
  type SessionInContext,
  setMembers,
  updateSession,
} from '../../store/queries/calibration-sessions.ts';
import { findLaunch } from '../../store/queries/launches.ts';
import { findPerson } from '../../store/queries/people.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { layOut, type Session } from './read-session.ts';

export interface Planned {
  name: string;
  heldOn: string;
  facilitatorId: string;
  memberIds: string[];
}
export interface NewSession extends Planned {
  launchId: string;
  groupId?: string | undefined;
}

const invalid = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', detail, { errors: [{ pointer, detail }] });

async function requirePeople(db: Db, { facilitatorId, memberIds }: Planned): Promise<void> {
  if (!(await findPerson(db, facilitatorId)))
    throw invalid('/facilitatorId', 'There is no such person. Choose who leads the session.');
  if (await hasLeft(db, facilitatorId))
    throw invalid('/facilitatorId', 'That person has left. Choose somebody else to lead the session.');
  for (const [at, id] of memberIds.entries()) {
    if (!(await findPerson(db, id))) throw invalid(`/memberIds/${at}`, 'There is no such person.');
    if (await hasLeft(db, id)) throw invalid(`/memberIds/${at}`, 'That person has left. Leave them out.');
  }
}

/** The last place on earth where a day ends. */
const LAST_ZONE = 'Etc/GMT+12';

function requireToCome({ heldOn }: Planned, now: string): void {
  if (heldOn < localDateOf(now, LAST_ZONE))
    throw invalid('/heldOn', 'That day is past. Choose the day on which the session will be held.');
}

const standing = ({ name, heldOn, facilitatorId, memberIds }: Planned) => ({
  ...{ name, heldOn, facilitatorId },
  members: [...new Set(memberIds)].sort().join(', '),
});

const isHr = (actor: Actor): boolean => scopeOf(actor, 'calibrations.plan') === 'all';

async function tellMembers(
  db: Db,
  row: SessionInContext,
  given: { at: string; message: string; seed: string },
) {
  const members = await listMembers(db, [row.id]);
  const people = new Set([row.facilitatorId, ...members.map(({ id }) => id)]);
  const { at, message, seed: idSeed } = given;
  const about = { planId: null, componentId: null, place: 'calibrations' as const };
  await notifyPersons(db, [...people], { ...about, message, at, idSeed });
  // Whoever has its page open sees the ratings come and go.
  for (const personId of people)
    await appendFeed(db, { at, type: 'calibration.moved', personId, data: { sessionId: row.id } });
}

export async function planSession(deps: Deps, given: NewSession, actor: Actor): Promise<string> {
  authorize(actor, 'calibrations.plan');
  const { launchId, groupId = null, name, heldOn, facilitatorId, memberIds } = given;
  const [id, at] = [deps.ids.next('cal'), deps.clock.now()];
  await deps.store.commit(async (db) => {
    if (!(await findLaunch(db, launchId))) throw invalid('/launchId', 'There is no such launch.');
    requireToCome(given, at);
    await requirePeople(db, given);
    const began = { state: 'planned', createdAt: at, createdBy: actor.id, heldAt: null, closedAt: null };
    await insertSession(db, { id, launchId, groupId, name, heldOn, facilitatorId, ...began });
    await setMembers(db, id, memberIds);
    const detail = { launchId, ...(groupId ? { groupId } : {}), ...changeOf(null, standing(given)) };
    await appendAudit(db, {
      at,
      actor: actor.id,
      action: 'calibration.plan',
      resource: `calibration/${id}`,
      detail,
    });
  });
  return id;
}

/** @throws ProblemError not-found, the same whether there is none or the actor has no part in it. */
export async function requireSession(db: Db, id: string, actor: Actor): Promise<SessionInContext> {
  const row = await findSession(db, id);
  if (row && (isHr(actor) || row.facilitatorId === actor.id)) return row;
  const members = row ? await listMembers(db, [id]) : [];
  if (!row || !members.some((member) => member.id === actor.id)) throw notFound('session');
  return row;
}

/** Only as long as nobody has sat together. */
export async function changeSession(deps: Deps, id: string, given: Planned, actor: Actor): Promise<void> {
  authorize(actor, 'calibrations.plan');
  await deps.store.commit(async (db) => {
    const row = await requireSession(db, id, actor);
    if (row.state !== 'planned')
      throw new ProblemError('conflict', 'The session has begun, so it stays as it was planned.');
    if (given.heldOn !== row.heldOn) requireToCome(given, deps.clock.now());
    await requirePeople(db, given);
    const before = { ...row, memberIds: (await listMembers(db, [id])).map((member) => member.id) };
    const { name, heldOn, facilitatorId, memberIds } = given;
    await updateSession(db, id, { name, heldOn, facilitatorId });
    await setMembers(db, id, memberIds);
    await appendAudit(db, {
      ...{
        at: deps.clock.now(),
        actor: actor.id,
        action: 'calibration.change',
        resource: `calibration/${id}`,
      },
      detail: changeOf(standing(before), standing(given)),
    });
  });
}

const words = {
  held: (name: string) => `The calibration “${name}” has begun: its ratings lie side by side for you.`,
  closed: (name: string) => `The calibration “${name}” is closed.`,
};

/** planned → held → closed. */
export async function moveSession(
  deps: Deps,
  id: string,
  { state, actor }: { state: 'held' | 'closed'; actor: Actor },
): Promise<void> {
  await deps.store.commit(async (db) => {
    const row = await requireSession(db, id, actor);
    if (!isHr(actor) && row.facilitatorId !== actor.id)
      throw new ProblemError('not-allowed', 'Who leads the session begins and closes it, or HR.');
    if (row.state === state) return;
    if (row.state !== (state === 'held' ? 'planned' : 'held'))
      throw new ProblemError(
        'conflict',
        'A session is planned, then held, then closed. Nothing was changed.',
      );
    const at = deps.clock.now();
    await updateSession(db, id, { state, ...(state === 'held' ? { heldAt: at } : { closedAt: at }) });
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: `calibration.${state}`, resource: `calibration/${id}` },
      detail: changeOf({ state: row.state }, { state }),
    });
    await tellMembers(db, row, { at, message: words[state](row.name), seed: `${id}:${state}` });
  });
}

/** Null: not for the actor now. */
export async function readTable(
  deps: Deps,
  db: Db,
  { row, actor }: { row: SessionInContext; actor: Actor },
): Promise<Session | null> {
  if (!isHr(actor) && row.state !== 'held') return null;
  const launch = await findLaunch(db, row.launchId);
  if (!launch) throw notFound('launch');
  const all = await listAppraisedPlans(db, launch.id);
  const isOf = ({ groupId }: (typeof all)[number]) => row.groupId === null || groupId === row.groupId;
  const [plans, others] = [all.filter(isOf), all.filter((one) => !isOf(one))];
  return layOut(deps, db, { launch, plans, others, actor, group: undefined });
}
