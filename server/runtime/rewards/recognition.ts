// The wall of recognition: a reward stands there once who got it says so, and no longer once they take it back.
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../problem.ts';
import type { rewardWire } from '../../routes/wire/rewards.ts';
import {
  decideShown,
  findReward,
  joinThanks,
  listThanks,
  type RewardInContext,
} from '../../store/queries/recognition.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';

/** What it was worth is for who got it. */
export async function presentRewards(
  db: Db,
  rows: readonly RewardInContext[],
  personId: string,
): Promise<z.infer<typeof rewardWire>[]> {
  const thanks = await listThanks(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const joined = thanks.filter(({ rewardId }) => rewardId === row.id);
    return {
      id: row.id,
      planId: row.personId === personId ? row.planId : null,
      at: row.at,
      title: row.title,
      person: row.personId === null ? null : { id: row.personId, name: row.personName ?? row.personId },
      component: { id: row.componentId, name: row.componentName ?? row.componentId },
      amount: row.personId === personId && row.amount !== null ? row.amount / 100 : null,
      currency: row.personId === personId ? row.currency : null,
      shown: row.shown === 1,
      decided: row.decidedAt !== null,
      thanks: joined.length,
      thanked: joined.some((one) => one.personId === personId),
    };
  });
}

/** Only by who got it; as often as they like. @throws ProblemError not-found. */
export async function consent(
  deps: Deps,
  actor: Actor,
  given: { id: string; shown: boolean },
): Promise<void> {
  await deps.store.commit(async (db) => {
    const reward = await findReward(db, given.id);
    if (!reward || reward.personId !== actor.id) throw notFound('reward');
    const at = deps.clock.now();
    await decideShown(db, given.id, { shown: given.shown ? 1 : 0, at });
    const action = given.shown ? 'reward.show' : 'reward.hide';
    const detail = changeOf({ shown: reward.shown === 1 }, { shown: given.shown });
    await appendAudit(db, { at, actor: actor.id, action, resource: `reward/${given.id}`, detail });
    await appendFeed(db, { at, type: 'reward.decided', personId: actor.id, data: { id: given.id } });
  });
}

/** Of a reward on the wall. @throws ProblemError not-found. */
export async function joinIn(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.store.commit(async (db) => {
    const reward = await findReward(db, id);
    if (!reward || reward.shown === 0) throw notFound('reward');
    const at = deps.clock.now();
    await joinThanks(db, { rewardId: id, personId: actor.id, at });
    if (reward.personId === null || reward.personId === actor.id) return;
    const message = `${actor.name} congratulates you on “${reward.title}”.`;
    const about = { planId: null, componentId: reward.componentId, place: 'recognition' as const };
    await notifyPersons(db, [reward.personId], { ...about, message, at, idSeed: `${id}:${actor.id}` });
  });
}
