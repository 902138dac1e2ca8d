import { expect, test } from 'vitest';
import { insertFeedback } from '../../../server/store/queries/feedback.ts';
import { makeOffice } from '../../support/office.ts';

const again = [{ do: [{ do: 'set' as const, variable: 'count', value: 'count + 1' }] }];
const rating = {
  variables: { count: 0 },
  initial: 'rating',
  stages: {
    rating: {
      kind: 'appraise',
      tasks: {
        nominate: { title: 'Name raters', assignee: 'owner', form: 'nomination' },
        rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' },
        look: { title: 'Look', assignee: 'person:ian', form: 'observation' },
      },
      on: { 'task.nominate.completed': again, 'task.rate.completed': again },
    },
    done: { type: 'final' },
  },
};
const late = 'Your list of 4 January was late and had errors.';

async function rated() {
  const office = await makeOffice(rating);
  await office.start('p1', 'permits');
  await office.start('p2', 'inspection');
  const ask = async (who: string, method: string, path: string, body?: unknown) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const taskOf = async (plan: string, key: string) =>
    (await office.tasksOf('ada', `planId=${plan}`)).find((one: { key: string }) => one.key === key).id;
  const rate = async (plan: string, summary: string) =>
    ask('deputy', 'POST', `/tasks/${await taskOf(plan, 'rate')}/complete`, {
      result: { goals: [], results: 'meets', methods: 'meets', summary },
    });
  const give = (text: string, personId = 'pat', who = 'deputy') =>
    ask(who, 'POST', '/feedback', { to: { personId }, text, visibility: 'receiver' });
  /** What so many raters of a group answered in a round of p1, of whom three are to be told as one. */
  const answered = (round: number, raterGroup: string, authors: readonly string[]) =>
    office.deps.store.commit(async (db) => {
      for (const authorId of authors)
        await insertFeedback(db, {
          ...{ id: `${round}-${raterGroup}-${authorId}`, planId: 'p1', componentId: 'permits', authorId },
          ...{ toPersonId: null, goalId: null, visibility: 'plan', managerId: null, requestId: null },
          ...{ text: late, at: office.deps.clock.now(), thankedAt: null, level: null },
          ...{ anonymity: 'anonymous', raterGroup, threshold: 3, round },
        });
    });
  return { ...office, ask, taskOf, rate, give, answered };
}

test('a writer is compared with what they told the same reader before, and with what they wrote about others', async () => {
  const { ask, give, rate, taskOf } = await rated();
  await give(late);
  await give('On 5 January the visit at the pier was well prepared.', 'ian');
  await give('Ian says something that the deputy never reads.', 'pat', 'ian');
  await rate('p2', 'The visits of the second quarter were planned a week ahead.');
  const { body } = await ask('deputy', 'GET', `/wording/comparison?taskId=${await taskOf('p1', 'rate')}`);
  expect(body.earlier).toEqual([late]);
  expect(body.elsewhere).toEqual([
    'The visits of the second quarter were planned a week ahead.',
    'On 5 January the visit at the pier was well prepared.',
  ]);
  const free = await ask('deputy', 'GET', '/wording/comparison?personId=ian');
  expect(free.body.elsewhere).toEqual([late]);
});

test('whoever judges is reminded of those who were named, and whoever is judged is told nothing of them', async () => {
  const { ask, taskOf } = await rated();
  const nominated = await ask('pat', 'POST', `/tasks/${await taskOf('p1', 'nominate')}/complete`, {
    result: { peers: ['ian', 'dora', 'hana'], reports: [] },
  });
  expect(nominated.status).toBe(200);
  const { body } = await ask('deputy', 'GET', `/wording/comparison?taskId=${await taskOf('p1', 'rate')}`);
  expect(body.raters.map(({ name }: { name: string }) => name).sort()).toEqual(['Dora', 'Hana', 'Ian']);
  const own = await ask('pat', 'GET', `/wording/comparison?taskId=${await taskOf('p1', 'nominate')}`);
  expect(own.body.raters).toEqual([]);
});

test('a group is too small by its newest round, and not by all who ever answered', async () => {
  const { ask, taskOf, answered } = await rated();
  const warned = async (who: string, key: string) =>
    (await ask(who, 'GET', `/wording/comparison?taskId=${await taskOf('p1', key)}`)).body.suppressedGroups;
  await answered(2, 'peer', ['ian', 'dora']);
  await answered(3, 'peer', ['hana', 'ada']);
  await answered(1, 'report', ['mayor', 'chief', 'hana']);
  expect(await warned('deputy', 'rate')).toEqual(expect.arrayContaining(['your peers']));
  expect(await warned('deputy', 'rate')).not.toContain('your reports');
  await answered(4, 'peer', ['ian', 'dora', 'hana']);
  expect(await warned('deputy', 'rate')).toEqual([]);
  await answered(5, 'report', ['mayor']);
  expect(await warned('deputy', 'rate')).toEqual(expect.arrayContaining(['your reports']));
});

test('who works in a plan that they may not read is told neither its raters nor how few answered', async () => {
  const { ask, taskOf, answered } = await rated();
  await ask('pat', 'POST', `/tasks/${await taskOf('p1', 'nominate')}/complete`, {
    result: { peers: ['ian', 'dora', 'hana'], reports: [] },
  });
  await answered(1, 'peer', ['ian']);
  const compared = async (who: string, key: string) =>
    (await ask(who, 'GET', `/wording/comparison?taskId=${await taskOf('p1', key)}`)).body;
  expect(await compared('ian', 'look')).toMatchObject({ raters: [], suppressedGroups: [] });
  expect((await compared('deputy', 'rate')).raters).toHaveLength(3);
});

test('what is sent against the advice is counted by rule, and a few texts of one writer are withheld', async () => {
  const { ask, give, rate } = await rated();
  for (let time = 0; time < 5; time += 1) await give(`You are so emotional, the list ${time} was late.`);
  await give('On 4 January your list saved us a day. Please send it again on Mondays.', 'ian', 'pat');
  await rate('p1', 'You are always late.');
  const { body } = await ask('hana', 'GET', '/wording/rates');
  expect(body.texts).toBe(7);
  const counts = new Map(
    body.passedOver.map(({ rule, texts }: { rule: string; texts: number }) => [rule, texts]),
  );
  expect(counts.get('FB-03')).toBe(5);
  expect(counts.get('FB-06')).toBeGreaterThan(4);
  // From the third message of nothing but faults to the same reader on.
  expect(counts.get('FB-09')).toBeGreaterThan(2);
  expect(body.byWriter).toEqual([
    { name: 'Deputy', texts: 0, shares: null },
    { name: 'Pat', texts: 0, shares: null },
  ]);
  const own = await ask('hana', 'GET', '/wording/rates?launchId=l1');
  expect(own.body.texts).toBe(1);
});

test('what FB-02 refuses is put before HR, and before nobody whom it is about', async () => {
  const { ask } = await rated();
  const text = 'Since her pregnancy she is slow.';
  const put = await ask('deputy', 'POST', '/wording/referrals', { text, personId: 'pat' });
  expect(put.status).toBe(201);
  const { items } = (await ask('hana', 'GET', '/wording/referrals')).body;
  expect(items).toMatchObject([{ author: { id: 'deputy' }, about: 'Pat', text, words: ['her pregnancy'] }]);
  const notices = async (who: string) => (await ask(who, 'GET', '/notifications')).body.items;
  expect(await notices('hana')).toMatchObject([
    {
      message: 'Deputy asks whether words about Pat that were refused have to be said.',
      place: 'wording',
    },
  ]);
  expect(await notices('pat')).toEqual([]);
  const about = await ask('deputy', 'POST', '/wording/referrals', { text, personId: 'hana' });
  expect(about.status).toBe(201);
  expect((await ask('hana', 'GET', '/wording/referrals')).body.items).toHaveLength(1);
});

test('HR is asked about nothing that can be sent, and about no insult', async () => {
  const { ask } = await rated();
  for (const text of [late, 'You fucking idiot. Since her pregnancy she is slow.']) {
    const answer = await ask('deputy', 'POST', '/wording/referrals', { text, personId: 'pat' });
    expect(answer.status).toBe(422);
  }
});
