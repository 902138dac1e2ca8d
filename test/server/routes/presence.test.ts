import { expect, test } from 'vitest';
import { makePresence } from '../../../server/live/presence.ts';
import { makeTestApp, makeTestDeps } from '../../support/server.ts';

const dana = { personId: 'dana', name: 'Dana', editing: false };
const omar = { personId: 'omar', name: 'Omar', editing: true };

test('pages of a draft hear of each other until they leave or fall silent', () => {
  const presence = makePresence();
  expect(presence.tell('small', 'page-one', dana, 0)).toEqual([]);
  expect(presence.tell('other', 'page-two', omar, 0)).toEqual([]);
  expect(presence.tell('small', 'page-two', omar, 1_000)).toEqual([dana]);
  expect(presence.tell('small', 'page-one', dana, 5_000)).toEqual([omar]);
  presence.leave('small', 'page-two');
  expect(presence.tell('small', 'page-one', dana, 6_000)).toEqual([]);
  presence.tell('small', 'page-two', omar, 7_000);
  expect(presence.tell('small', 'page-one', dana, 27_001)).toEqual([]);
});

test('who has a draft open is told over HTTP, and telling twice is as telling once', async () => {
  const deps = await makeTestDeps();
  const { send } = await makeTestApp(undefined, deps);
  const at = (page: string) => `/api/v1/cycles/small/presence/${page}`;
  const alone = await send('PUT', at('page-one'), { editing: true });
  const again = await send('PUT', at('page-one'), { editing: true });
  expect([alone.body, again.body]).toEqual([{ others: [] }, { others: [] }]);
  const second = await send('PUT', at('page-two'), {});
  expect(second.body).toEqual({ others: [{ personId: 'ada', name: 'Ada Admin', editing: true }] });
  expect((await send('DELETE', at('page-one'))).body).toEqual({ left: true });
  expect((await send('PUT', at('page-two'), {})).body).toEqual({ others: [] });
});
