// What is taken along is named by the day that it is where its reader works.
import { expect, test } from 'vitest';
import { actorOf, makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

async function evening() {
  const office = await makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
  const ada = await office.as('ada');
  const west = { id: 'west', kind: 'department', name: 'West', parentId: 'city', zone: 'America/New_York' };
  expect((await ada('POST', '/api/v1/components', { ...west, ownerId: 'ada' })).status).toBe(201);
  // There it is still the evening of 30 November.
  office.deps.clock.set('2026-12-01T02:00:00.000Z');
  return office;
}

const nameOf = async (office: Awaited<ReturnType<typeof evening>>, personId: string, path: string) => {
  const { app } = await makeTestApp(actorOf(personId), office.deps);
  const answer = await app.request(`/api/v1${path}`);
  expect(answer.status).toBe(200);
  return answer.headers.get('content-disposition');
};

test('a board and the audit trail as files go by the day of their reader', async () => {
  const office = await evening();
  expect(await nameOf(office, 'ada', '/reports/boards/load/csv')).toContain('load-2026-11-30.csv');
  expect(await nameOf(office, 'ada', '/audit/csv')).toContain('audit-2026-11-30.csv');
});

test('who answers for nothing has files of the day by UTC', async () => {
  const office = await evening();
  expect(await nameOf(office, 'hana', '/reports/boards/load/csv')).toContain('load-2026-12-01.csv');
});
