// How each kind of thing that the audit trail tells of is called, read by the ids.
import { cycleNamesOf, launches, ofTable, plans, type Read, through } from './named.ts';

const absences = through(
  (db, ids) => db.selectFrom('absences').select(['id', 'personId as ref']).where('id', 'in', ids).execute(),
  ofTable('people'),
);
const budgets = through(
  (db, ids) =>
    db.selectFrom('rewardBudgets').select(['id', 'componentId as ref']).where('id', 'in', ids).execute(),
  ofTable('components'),
);
/** To whom a private note was is kept from the trail. */
const feedback = through(
  (db, ids) =>
    db
      .selectFrom('feedback')
      .select(['id', 'componentId as ref'])
      .where('id', 'in', ids)
      .where('visibility', '<>', 'private')
      .execute(),
  ofTable('components'),
);
const rewards = through(
  (db, ids) => db.selectFrom('rewards').select(['id', 'planId as ref']).where('id', 'in', ids).execute(),
  plans,
);
const incidents = through(
  (db, ids) => db.selectFrom('incidents').select(['id', 'planId as ref']).where('id', 'in', ids).execute(),
  plans,
);

const requests = through(
  (db, ids) =>
    db.selectFrom('feedbackRequests').select(['id', 'askedId as ref']).where('id', 'in', ids).execute(),
  ofTable('people'),
);
const standIns = through(
  (db, ids) => db.selectFrom('standIns').select(['id', 'personId as ref']).where('id', 'in', ids).execute(),
  ofTable('people'),
);
const migrations = through(
  (db, ids) => db.selectFrom('migrations').select(['id', 'cycleId as ref']).where('id', 'in', ids).execute(),
  cycleNamesOf,
);
const shadows = through(
  (db, ids) => db.selectFrom('shadows').select(['id', 'cycleId as ref']).where('id', 'in', ids).execute(),
  cycleNamesOf,
);

const tasks: Read = (db, ids) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .select(['t.id', 't.title as name', 'c.name as of'])
    .where('t.id', 'in', ids)
    .execute();

const titled =
  (table: 'goals' | 'measures'): Read =>
  async (db, ids) => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'document', 'componentId'])
      .where('id', 'in', ids)
      .execute();
    const components = rows.map(({ componentId }) => componentId);
    const names = new Map((await ofTable('components')(db, components)).map(({ id, name }) => [id, name]));
    return rows.map(({ id, document, componentId }) => ({
      ...{ id, name: JSON.parse(document).title, of: names.get(componentId) ?? null },
    }));
  };

const observations = through(
  (db, ids) =>
    db.selectFrom('observations').select(['id', 'measureId as ref']).where('id', 'in', ids).execute(),
  titled('measures'),
);

const subscriptions: Read = async (db, ids) => {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['id', 'url', 'description'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, url, description }) => ({ id, name: description || url, of: null }));
};
const deliveries = through(
  (db, ids) =>
    db.selectFrom('deliveries').select(['id', 'subscriptionId as ref']).where('id', 'in', ids).execute(),
  subscriptions,
);

const referrals: Read = async (db, ids) => {
  const rows = await db
    .selectFrom('wordingReferrals as r')
    .leftJoin('components as c', 'c.id', 'r.componentId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(['r.id', 'p.name as person', 'c.name as component'])
    .where('r.id', 'in', ids)
    .execute();
  return rows.flatMap(({ id, person, component }) => {
    const name = person ?? component;
    return name === null ? [] : [{ id, name, of: null }];
  });
};

export const namedKinds: Readonly<Record<string, Read>> = {
  ...{ plan: plans, plans, task: tasks, launches, cycle: cycleNamesOf },
  ...{ person: ofTable('people'), component: ofTable('components'), calendar: ofTable('workCalendars') },
  ...{ absence: absences, feedback, reward: rewards, 'reward-budget': budgets, incidents },
  ...{
    'feedback-request': requests,
    'stand-in': standIns,
    migrations,
    shadows,
    'wording-referral': referrals,
  },
  ...{ goal: titled('goals'), measure: titled('measures'), observation: observations },
  ...{ subscription: subscriptions, delivery: deliveries, source: ofTable('sources') },
  ...{ attributes: ofTable('attributes') },
  ...{ calibration: ofTable('calibrationSessions'), 'api-key': ofTable('apiKeys') },
};
