import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const MEASURES = 50;
const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

/** The observation of each measure for a day of its own. */
const bulk = (place: number, supersedes?: string[]) =>
  Array.from({ length: 1_000 }, (_, index) => {
    const number = place * 1_000 + index;
    const day = dayOf(Math.floor(number / MEASURES));
    const before = supersedes?.[index];
    return {
      measureId: `m${number % MEASURES}`,
      periodStart: day,
      periodEnd: day,
      value: number,
      ...(before ? { supersedes: before } : {}),
    };
  });

async function withMeasures() {
  // However fast the machine, two of these works are as much as one commit takes.
  let at = 0;
  const site = await makeTestSite({}, () => (at += 30));
  const { send } = site.client();
  const must = async (path: string, body: object) => {
    const answer = await send('POST', `/api/v1/${path}`, { body, headers: bearer });
    expect(answer.status).toBe(201);
  };
  await must('components', { id: 'parks', kind: 'team', name: 'Parks' });
  await must('goals', { id: 'trees', componentId: 'parks', title: 'Trees stand' });
  for (let number = 0; number < MEASURES; number++)
    await must('measures', {
      id: `m${number}`,
      goalId: 'trees',
      title: `Trees of kind ${number}`,
      unit: 'trees',
      direction: 'increase',
      timeAggregation: 'sum',
      weight: 1,
      source: 'Count',
      kind: 'number',
    });
  const record = (body: object) => send('POST', '/api/v1/observations', { body, headers: bearer });
  return { ...site, send, record };
}

test('while five thousand observations come in, others are answered', async () => {
  const { deps, send, record } = await withMeasures();
  const order: string[] = [];
  let flooding = true;
  const flood = [0, 1, 2, 3, 4].map(async (place) => {
    expect((await record(bulk(place))).status).toBe(201);
    order.push('recorded');
  });
  const others = (async () => {
    while (flooding) {
      // A request over a socket would give the others their turn in the same way.
      await setImmediate();
      expect((await send('GET', '/api/v1/people', { headers: bearer })).status).toBe(200);
      order.push('read');
    }
  })();
  await Promise.all(flood);
  flooding = false;
  await others;
  const between = order.slice(order.indexOf('recorded'), order.lastIndexOf('recorded'));
  expect(between).toContain('read');
  const { count } = await deps.store.read((db) =>
    db
      .selectFrom('observations')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  expect(count).toBe(5_000);
});

test('a thousand corrections are taken whole, and the same corrections again not at all', async () => {
  const { record } = await withMeasures();
  const ids = (await record(bulk(0))).body.items.map((item: { id: string }) => item.id);
  expect((await record(bulk(0, ids))).status).toBe(201);
  const again = await record(bulk(0, ids));
  expect([again.status, again.body.errors.length]).toEqual([422, 1_000]);
});
