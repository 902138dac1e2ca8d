import { expect, test } from 'vitest';
import { notifyPeople } from '../../../server/runtime/organisation/notify-people.ts';
import { makeOffice } from '../../support/office.ts';

const idle = { initial: 'wait', stages: { wait: {} } };
const told = async (...messages: string[]) => {
  const office = await makeOffice(idle);
  for (const message of messages) {
    office.deps.clock.advance(1000);
    const about = { planId: null, componentId: 'permits', to: 'owner', at: office.deps.clock.now() };
    for (let time = 0; time < 2; time++)
      await office.deps.store.commit((db) => notifyPeople(db, { ...about, message, idSeed: message }));
  }
  return office;
};
const messages = (answer: { body: { items: { message: string }[] } }) =>
  answer.body.items.map((one) => one.message);

test('a person is told once, whatever tells it again, and reads the newest first', async () => {
  const office = await told('one', 'two', 'three');
  const send = await office.as('pat');
  const first = await send('GET', '/api/v1/notifications?limit=2');
  const rest = await send('GET', `/api/v1/notifications?limit=2&cursor=${first.body.nextCursor}`);
  expect([messages(first), messages(rest), rest.body.nextCursor]).toEqual([['three', 'two'], ['one'], null]);
});

test('what was read stays read since then', async () => {
  const office = await told('one', 'two');
  const send = await office.as('pat');
  const [newest] = (await send('GET', '/api/v1/notifications')).body.items;
  const first = await send('PUT', `/api/v1/notifications/${newest.id}/read`);
  office.deps.clock.advance(60_000);
  const second = await send('PUT', `/api/v1/notifications/${newest.id}/read`);
  expect([first.status, first.body.readAt, second.body]).toEqual([
    200,
    '2026-01-05T09:00:02.000Z',
    first.body,
  ]);
  expect(messages(await send('GET', '/api/v1/notifications?unread=true'))).toEqual(['one']);
});

test('all are read at once, and a second time there are none left', async () => {
  const send = await (await told('one', 'two')).as('pat');
  const first = await send('POST', '/api/v1/notifications/read');
  const second = await send('POST', '/api/v1/notifications/read');
  expect([first.body, second.body]).toEqual([{ marked: 2 }, { marked: 0 }]);
});

test('nobody sees or marks what another was told', async () => {
  const office = await told('one');
  const [one] = (await (await office.as('pat'))('GET', '/api/v1/notifications')).body.items;
  const send = await office.as('ada');
  expect((await send('GET', '/api/v1/notifications')).body.items).toEqual([]);
  expect((await send('PUT', `/api/v1/notifications/${one.id}/read`)).status).toBe(404);
  expect((await send('PUT', '/api/v1/notifications/nope/read')).status).toBe(404);
});
