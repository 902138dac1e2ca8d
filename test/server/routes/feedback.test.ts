import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const listening = {
  initial: 'working',
  variables: { heard: 0 },
  stages: {
    working: {
      on: { 'feedback.received': [{ do: [{ do: 'set', variable: 'heard', value: 'heard + 1' }] }] },
    },
  },
};
const kind = 'On 4 January your list saved us a day. Please keep sending it on Mondays.';

async function makeTalk() {
  const office = await makeOffice(listening);
  await office.start('p1');
  const ask = async (who: string, method: string, path: string, body?: unknown) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const give = (who: string, more: object) => ask(who, 'POST', '/feedback', { text: kind, ...more });
  const read = async (who: string, query = '') =>
    (await ask(who, 'GET', `/feedback${query}`)).body.items.map(({ id }: { id: string }) => id);
  const notices = async (who: string) => (await ask(who, 'GET', '/notifications')).body.items;
  return { ...office, ask, give, read, notices };
}
const everyone = ['mayor', 'chief', 'deputy', 'pat', 'ian', 'hana', 'ada'];

test.for([
  ['private', ['ian']],
  ['receiver', ['pat', 'ian']],
  // The chief owns the department of Permits, the deputy manages it.
  ['manager', ['deputy', 'pat', 'ian']],
  ['plan', ['mayor', 'chief', 'deputy', 'pat', 'ian', 'hana', 'ada']],
] as const)(
  'what is said with the visibility %s is read by %s and by nobody else',
  async ([visibility, who]) => {
    const talk = await makeTalk();
    const given = await talk.give('ian', { to: { componentId: 'permits' }, visibility });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ visibility, to: { id: 'pat' }, component: { id: 'permits' } });
    const readers: string[] = [];
    for (const person of everyone) if ((await talk.read(person)).length > 0) readers.push(person);
    expect(readers).toEqual(who);
    for (const person of everyone.filter((one) => !readers.includes(one))) {
      const answer = await talk.ask(person, 'POST', `/feedback/${given.body.id}/thanks`);
      expect(answer.status).toBe(404);
    }
  },
);

test('a later manager does not read what was said to the one before', async () => {
  const talk = await makeTalk();
  const { body } = await talk.give('ian', { to: { componentId: 'permits' }, visibility: 'manager' });
  await talk.ask('ada', 'PATCH', '/components/permits', { managerId: 'mayor' });
  expect(await talk.read('mayor')).toEqual([]);
  expect(await talk.read('deputy', '?box=team')).toEqual([body.id]);
});

test('the receiver hears of it, thanks once and replies; the one who said it answers in turn', async () => {
  const talk = await makeTalk();
  const { id } = (await talk.give('ian', { to: { personId: 'pat' }, visibility: 'receiver' })).body;
  expect(await talk.notices('pat')).toMatchObject([{ message: 'Ian gave you feedback.', place: 'feedback' }]);
  const [thanks, again] = [
    await talk.ask('pat', 'POST', `/feedback/${id}/thanks`),
    await talk.ask('pat', 'POST', `/feedback/${id}/thanks`),
  ];
  expect([thanks.status, again.status]).toEqual([200, 200]);
  expect(again.body.thankedAt).toBe(thanks.body.thankedAt);
  await talk.ask('pat', 'POST', `/feedback/${id}/replies`, { text: 'I will send it on Mondays.' });
  const last = await talk.ask('ian', 'POST', `/feedback/${id}/replies`, { text: 'That helps us plan.' });
  expect(last.body.replies.map(({ author }: { author: { id: string } }) => author.id)).toEqual([
    'pat',
    'ian',
  ]);
  expect((await talk.notices('ian')).map(({ message }: { message: string }) => message).sort()).toEqual([
    'Pat replied to feedback.',
    'Pat thanks you for your feedback.',
  ]);
  expect((await talk.ask('ian', 'POST', `/feedback/${id}/thanks`)).status).toBe(403);
});

test('who reads it besides the two does not join in', async () => {
  const talk = await makeTalk();
  const { id } = (await talk.give('ian', { to: { componentId: 'permits' }, visibility: 'manager' })).body;
  const answer = await talk.ask('deputy', 'POST', `/feedback/${id}/replies`, { text: 'I agree.' });
  expect([403, 404]).toContain(answer.status);
});

test('what would hurt is refused at the door with its words', async () => {
  const talk = await makeTalk();
  const answer = await talk.give('ian', {
    to: { personId: 'pat' },
    visibility: 'receiver',
    text: 'Do it again and you will regret this.',
  });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ pointer: '/text', code: 'FB-01' }]);
  expect(await talk.read('ian')).toEqual([]);
});

test.for([
  ['yourself', { to: { personId: 'ian' }, visibility: 'receiver' }],
  ['a person whom nobody knows', { to: { personId: 'nobody' }, visibility: 'receiver' }],
  ['a manager where there is none', { to: { personId: 'mayor' }, visibility: 'manager' }],
  ['the plans of who has none', { to: { personId: 'dora' }, visibility: 'plan' }],
  ['a goal of somebody else', { to: { personId: 'pat' }, visibility: 'receiver', goalId: 'g9' }],
] as const)('feedback to %s is refused', async ([, given]) => {
  const talk = await makeTalk();
  expect((await talk.give('ian', given)).status).toBe(422);
});

test('a private note reaches nobody: no notice, no plan, no export, and the trail does not say whom it is about', async () => {
  const talk = await makeTalk();
  await talk.give('ian', {
    to: { componentId: 'permits' },
    visibility: 'private',
    text: 'Ask about the list.',
  });
  await talk.give('ian', { to: { componentId: 'permits' }, visibility: 'receiver' });
  const exported = await talk.ask('ian', 'GET', '/feedback/export');
  expect(exported.body.items).toHaveLength(1);
  expect(JSON.stringify(exported.body)).not.toContain('Ask about the list.');
  expect(await talk.read('ian', '?box=given')).toHaveLength(2);
  expect(await talk.notices('pat')).toHaveLength(1);
  const plan = (await talk.ask('ada', 'GET', '/plans/p1')).body;
  expect(plan.variables).toEqual({ heard: 1 });
  const trail = await talk.deps.store.read((db) =>
    db.selectFrom('audit').select('detail').where('action', '=', 'feedback.give').orderBy('seq').execute(),
  );
  expect(trail.map(({ detail }) => JSON.parse(detail))).toEqual([
    { before: null, after: { visibility: 'private' } },
    { before: null, after: { visibility: 'receiver', toPersonId: 'pat', componentId: 'permits' } },
  ]);
});

test('a plan hears of feedback in confidence without hearing from whom', async () => {
  const talk = await makeTalk();
  await talk.give('ian', { to: { componentId: 'permits' }, visibility: 'receiver' });
  await talk.give('ian', { to: { componentId: 'permits' }, visibility: 'plan' });
  const { items } = (await talk.ask('ada', 'GET', '/plans/p1/history')).body;
  const tellers = items
    .filter(({ event }: { event: { type: string } }) => event.type === 'feedback.received')
    .map(({ actor }: { actor: { id: string } }) => actor.id);
  expect(tellers).toEqual(['system', 'ian']);
});

test('a request reaches who is asked, is answered by them alone, and is seen as answered', async () => {
  const talk = await makeTalk();
  const request = { personId: 'ian', question: 'How did the hand-over of the lists work for you?' };
  const { body: asked, status } = await talk.ask('pat', 'POST', '/feedback-requests', request);
  expect([status, asked.state]).toEqual([201, 'open']);
  expect(await talk.notices('ian')).toMatchObject([{ message: 'Pat asks you for feedback.' }]);
  const answer = { to: { personId: 'pat' }, visibility: 'receiver', requestId: asked.id };
  expect((await talk.give('chief', answer)).status).toBe(404);
  expect((await talk.give('ian', { ...answer, to: { personId: 'chief' } })).status).toBe(422);
  expect((await talk.give('ian', answer)).body).toMatchObject({ question: request.question });
  expect((await talk.give('ian', answer)).status).toBe(409);
  const sent = await talk.ask('pat', 'GET', '/feedback-requests?side=sent');
  expect(sent.body.items).toMatchObject([{ state: 'answered', asked: { id: 'ian' } }]);
  expect((await talk.ask('chief', 'GET', '/feedback-requests?side=asked')).body.items).toEqual([]);
});

test('who is asked may decline with a reason, and who asked may withdraw; neither twice', async () => {
  const talk = await makeTalk();
  const request = { personId: 'ian', question: 'How did the meeting go?' };
  const one = (await talk.ask('pat', 'POST', '/feedback-requests', request)).body.id;
  const other = (await talk.ask('pat', 'POST', '/feedback-requests', request)).body.id;
  const reason = 'I was not there.';
  const end = (who: string, id: string, how: string, body?: object) =>
    talk.ask(who, 'POST', `/feedback-requests/${id}/${how}`, body);
  expect((await end('pat', one, 'decline', {})).status).toBe(404);
  expect((await end('ian', one, 'decline', { reason })).body).toMatchObject({ state: 'declined', reason });
  expect((await end('ian', one, 'decline', { reason })).status).toBe(200);
  expect((await end('pat', one, 'withdraw')).status).toBe(409);
  expect((await end('pat', other, 'withdraw')).body.state).toBe('withdrawn');
  expect((await talk.notices('pat')).map(({ message }: { message: string }) => message)).toEqual([
    'Ian declined your request for feedback.',
  ]);
});

test('nobody asks for feedback on what somebody else answers for', async () => {
  const talk = await makeTalk();
  const request = { personId: 'ian', question: 'How does it look?', componentId: 'inspection' };
  expect((await talk.ask('pat', 'POST', '/feedback-requests', request)).status).toBe(422);
});
