// A rater of a 360 round cannot give their view: somebody else is named and agreed, or the round goes on with fewer.
import { describe, expect, test } from 'vitest';
import { turnNextAbsence } from '../../../server/runtime/absences/absence-worker.ts';
import { makeRatedOffice } from '../../support/rated-office.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const { id: _, name: __, schema: ___, ...template } = readCycle('templates/feedback-360.cycle.json');
const words =
  'On 4 May you brought the open list, so we could begin at nine. Please keep that up next month.';
const reason = 'I have worked with Pat for a week only.';
const nominees = { peers: ['ian', 'chief', 'dora'], reports: ['mayor'] };

async function makeRound(named = nominees) {
  const office = await makeRatedOffice(template);
  await office.work('pat', 'nominate', named);
  await office.work('deputy', 'agree-on-raters', named);
  const openOf = async (who: string) =>
    (await office.tasksOf(who, 'assignee=me&state=open&planId=p1')) as { id: string; key: string }[];
  const one = async (who: string) => await office.get(who, `/tasks/${(await openOf(who))[0]?.id}`);
  const decline = async (who: string, why = reason) =>
    office.post(who, `/tasks/${(await openOf(who))[0]?.id}/decline`, { reason: why });
  const ask = async (who: string, key = 'peer-view.another') =>
    (await openOf(who)).find((task) => task.key === key);
  const reply = async (who: string, result: object, key?: string) => {
    office.deps.clock.advance(60_000);
    return office.post(who, `/tasks/${(await ask(who, key))?.id}/complete`, { result });
  };
  const answer = async (who: string) => {
    office.deps.clock.advance(60_000);
    const [task] = await openOf(who);
    return office.post(who, `/tasks/${task?.id}/complete`, { result: { text: words, methods: 'meets' } });
  };
  return { ...office, openOf, one, decline, ask, reply, answer };
}

describe('a rater who declines', () => {
  test('says why, and has the task no longer', async () => {
    const round = await makeRound();
    expect((await round.one('ian')).mayDecline).toBe(true);
    expect((await round.decline('ian', '  ')).status).toBe(422);
    expect((await round.decline('ian')).status).toBe(200);
    expect(await round.openOf('ian')).toEqual([]);
    expect((await round.decline('ian')).status).toBe(404);
  });

  test('whom it is about names somebody else, the manager agrees, and that person is asked in the same seat', async () => {
    const round = await makeRound();
    await round.decline('ian');
    expect((await round.reply('pat', { person: 'ada' })).status).toBe(200);
    expect(await round.openOf('ada')).toEqual([]);
    const agreeing = await round.one('deputy');
    const { id } = (await round.ask('deputy')) ?? { id: '' };
    expect((await round.get('deputy', `/tasks/${id}`)).replaces).toMatchObject({
      ...{ group: 'peer', step: 'agreeing', proposed: { id: 'ada' } },
      left: { person: { id: 'ian' }, cause: 'declined', reason },
      asked: { peer: 2, report: 1 },
    });
    expect(agreeing.mayDecline).toBe(false);
    expect((await round.reply('deputy', { person: 'hana' })).status).toBe(200);
    expect(await round.openOf('ada')).toEqual([]);
    expect(await round.one('hana')).toMatchObject({
      ...{ key: 'peer-view', relation: 'nominated', completions: { done: 0, needed: 3 } },
      why: 'You are asked because you were named to say how Permits works.',
    });
  });

  test('gives whoever is asked instead as many working days, and none after the round', async () => {
    const round = await makeRound();
    const dueOfInstead = async (after: string, person: string, left: string) => {
      round.deps.clock.set(after);
      await round.decline(left);
      await round.reply('pat', { person });
      await round.reply('deputy', { person });
      return (await round.one(person)).dueAt.slice(0, 10);
    };
    // Ten working days from a Saturday; and the round ends after sixteen from the fifth.
    expect(await dueOfInstead('2026-01-10T09:00:00.000Z', 'ada', 'ian')).toBe('2026-01-23');
    expect(await dueOfInstead('2026-01-22T09:00:00.000Z', 'hana', 'chief')).toBe('2026-01-27');
  });

  test('is waited for until somebody was found, and the answers of who is asked instead count', async () => {
    const round = await makeRound({ peers: ['ian', 'chief', 'dora'], reports: [] });
    await round.decline('ian');
    for (const who of ['chief', 'dora', 'deputy', 'pat']) {
      const [own] = (await round.openOf(who)).filter(({ key }) => !key.endsWith('.another'));
      const done = await round.post(who, `/tasks/${own?.id}/complete`, {
        result: { text: words, methods: 'meets' },
      });
      expect(done.status, who).toBe(200);
    }
    expect((await round.planState('p1')).stage).toContain('peers-open');
    await round.reply('pat', { person: 'ada' });
    await round.reply('deputy', { person: 'ada' });
    await round.answer('ada');
    expect((await round.planState('p1')).stage).toEqual(['moderate']);
    await round.work('hana', 'read-comments', { held: 'Nothing.' });
    const { rounds } = await round.get('pat', '/plans/p1/answers');
    expect(rounds[0].shown).toMatchObject([{ groups: ['peer'], levels: { below: 0, meets: 3, exceeds: 0 } }]);
  });

  test('nobody can be named who is asked already, has declined, or is the one whom it is about', async () => {
    const round = await makeRound();
    await round.decline('ian');
    const refused = async (result: object) => (await round.reply('pat', result)).body.detail;
    const again = 'This person was asked already in this round: name somebody else.';
    expect(await refused({ person: 'chief' })).toContain(again);
    expect(await refused({ person: 'ian' })).toContain(again);
    expect(await refused({ person: 'pat' })).toContain('Nobody is asked about themselves');
    expect(await refused({ person: 'deputy' })).toContain('The manager is asked anyway');
    expect(await refused({ person: 'no-one' })).toContain('There is no person no-one');
    expect(await refused({})).toContain('Name one person, or say why there is nobody.');
    expect(await refused({ person: 'ada', nobody: 'x' })).toContain('Name one person');
    expect(await round.ask('pat')).toBeDefined();
  });
});

describe('when nobody can be found', () => {
  test('the round goes on without that seat, and those who named the raters hear what it means', async () => {
    const round = await makeRound({ peers: ['ian', 'chief', 'dora'], reports: [] });
    for (const who of ['chief', 'dora', 'deputy', 'pat']) await round.answer(who);
    await round.decline('ian');
    await round.reply('pat', { nobody: 'Nobody else saw it.' });
    const { id } = (await round.ask('deputy')) ?? { id: '' };
    expect((await round.get('deputy', `/tasks/${id}`)).replaces).toMatchObject({
      ...{ proposed: null, note: 'Nobody else saw it.' },
    });
    expect((await round.reply('deputy', { nobody: 'We are a small team.' })).status).toBe(200);
    expect((await round.planState('p1')).stage).toEqual(['moderate']);
    const told =
      'One of those who were to be asked about Permits is not asked after all, and nobody instead. Fewer than three can answer now: nothing of what they say will be shown.';
    for (const who of ['pat', 'deputy'])
      expect(
        (await round.get(who, '/notifications')).items.map((one: { message: string }) => one.message),
      ).toContain(told);
    await round.work('hana', 'read-comments', { held: 'Nothing.' });
    expect(await round.get('pat', '/plans/p1/answers')).toMatchObject({
      rounds: [{ shown: [], held: true }],
    });
  });

  test('groups that have become too small are shown as one, and it is said beforehand', async () => {
    const round = await makeRound({ peers: ['ian', 'chief', 'dora'], reports: ['mayor', 'ada', 'hana'] });
    await round.decline('ian');
    await round.reply('pat', { nobody: 'Nobody else saw it.' });
    await round.reply('deputy', { nobody: 'So be it.' });
    const { items } = await round.get('pat', '/notifications');
    expect(items[0].message).toContain('Groups that are too small alone will be shown as one.');
  });

  test('when the time of the round is over nobody is looked for any more', async () => {
    const round = await makeRound();
    await round.decline('ian');
    await round.fireAt('2026-02-10T09:00:00.000Z');
    expect(await round.ask('pat')).toBeUndefined();
    expect((await round.get('hana', '/plans/p1/answers')).changes).toMatchObject([{ state: 'over' }]);
  });
});

describe('the reason', () => {
  test('is read by the manager and HR, and by nobody through whom it could come to whom it is about', async () => {
    const round = await makeRound();
    const { id: declined } = (await round.openOf('ian'))[0] ?? { id: '' };
    await round.decline('ian');
    const left = [{ state: 'naming', left: { person: { id: 'ian' }, cause: 'declined', reason } }];
    for (const who of ['deputy', 'hana'])
      expect((await round.get(who, '/plans/p1/answers')).changes).toMatchObject(left);
    const { id } = (await round.ask('pat')) ?? { id: '' };
    const doors = [
      ...[
        '/plans/p1',
        '/plans/p1/history',
        '/plans/p1/why',
        '/plans/p1/answers',
        '/tasks',
        '/tasks?planId=p1',
      ],
      ...[`/tasks/${id}`, `/tasks/${declined}`, '/notifications', '/feedback'],
    ];
    for (const door of doors) {
      const text = JSON.stringify(await round.get('pat', door));
      expect(text, door).not.toContain(reason);
      // That Ian was named is known to who named him, and not that it is he who declined.
      if (['answers', 'notifications', 'feedback', id].some((end) => door.endsWith(end)))
        expect(text, door).not.toMatch(/"ian"|Ian/);
    }
    expect((await round.get('pat', `/tasks/${id}`)).replaces.left).toBeNull();
    const trail = await round.deps.store.read((db) =>
      db.selectFrom('audit').select(['actor', 'resource']).where('action', '=', 'rater.decline').execute(),
    );
    expect(trail).toEqual([{ actor: 'system', resource: 'plan/p1' }]);
  });
});

test('who is no peer and no report, or asked for something else, does not decline', async () => {
  const round = await makeRound();
  const own = (await round.openOf('pat'))[0]?.id;
  const refused = await round.post('pat', `/tasks/${own}/decline`, { reason });
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'Only whoever is asked for their view as a peer or a report can decline. Give the task to somebody else, or talk to who gave it to you.',
  ]);
  const foreign = (await round.openOf('ian'))[0]?.id;
  expect((await round.post('hana', `/tasks/${foreign}/decline`, { reason })).status).toBe(403);
});

test.each([
  ['has left', null, 'left'],
  ['is away beyond the day on which they were to answer', '2026-06-30', 'away'],
])('a rater who %s is replaced like one who declined', async (_what, to, cause) => {
  const round = await makeRound();
  const today = round.deps.clock.now().slice(0, 10);
  const leave = { personId: 'ian', from: today, to };
  const planned = await round.post('hana', '/absences', leave);
  expect(planned.status, JSON.stringify(planned.body)).toBe(201);
  while (await turnNextAbsence(round.deps));
  expect((await round.get('hana', '/plans/p1/answers')).changes).toMatchObject([
    { state: 'naming', left: { person: { id: 'ian' }, cause, reason: null } },
  ]);
  expect(await round.ask('pat')).toBeDefined();
});

test('a rater who is back in time keeps the task', async () => {
  const round = await makeRound();
  const today = round.deps.clock.now().slice(0, 10);
  await round.post('hana', '/absences', { personId: 'ian', from: today, to: today });
  while (await turnNextAbsence(round.deps));
  expect((await round.get('hana', '/plans/p1/answers')).changes).toEqual([]);
  expect(await round.openOf('ian')).toHaveLength(1);
});
