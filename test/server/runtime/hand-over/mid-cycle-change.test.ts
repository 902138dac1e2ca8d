// The template of changes in the middle, driven by what changes in the organisation.
import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';
import { readSample } from '../../../support/sample-cycles.ts';

async function beside() {
  const { schema, id, name, layout, ...document } = Object(
    readSample('templates/mid-cycle-change.cycle.json'),
  );
  const office = await makeOffice(document);
  await office.start('p1');
  const admin = await office.as('ada');
  const open = async () => {
    const { items } = (await admin('GET', '/api/v1/tasks?planId=p1&state=open')).body;
    return items.map(({ key, assignee }: { key: string; assignee: { id: string } | null }) => [
      key,
      assignee?.id,
    ]);
  };
  const complete = async (who: string, key: string, result: object) => {
    const { items } = (await admin('GET', '/api/v1/tasks?planId=p1&state=open')).body;
    const task = items.find((one: { key: string }) => one.key === key);
    return (await (await office.as(who))('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status;
  };
  const change = (patch: object) => admin('PATCH', '/api/v1/components/permits', patch);
  return { ...office, open, complete, change, stage: async () => (await office.planState('p1')).stage };
}

const handOver = { open: 'The permits of May.', agreed: 'A course in June.' };
const talk = { text: 'On 4 June we went through the permits of May, and what comes next is clear.' };

test('who managed until now writes the hand-over, and the new manager holds the first talk', async () => {
  const { open, complete, change, stage } = await beside();
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await open()).toEqual([['first-talk', 'chief']]);
  expect(await complete('chief', 'first-talk', talk)).toBe(200);
  expect(await stage()).toEqual(['steady']);
});

test('within thirty days of the end who managed until now rates last, and the new manager signs beside', async () => {
  const { deps, open, complete, change } = await beside();
  deps.clock.set('2026-12-10T09:00:00.000Z');
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([['rate-before-leaving', 'deputy']]);
  const rating = { goals: 'meets', grounds: 'The log of decided permits.' };
  expect(await complete('deputy', 'rate-before-leaving', rating)).toBe(200);
  expect(await open()).toEqual([['co-sign', 'chief']]);
  expect(await complete('chief', 'co-sign', { decision: 'signed' })).toBe(200);
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
});

test('a move under the same manager closes the segment and asks for a signature in the new place', async () => {
  const { open, complete, change } = await beside();
  await change({ parentId: 'inspection' });
  expect(await open()).toEqual([['write-segment', 'deputy']]);
  expect(await complete('deputy', 'write-segment', { observations: [] })).toBe(200);
  expect(await open()).toEqual([['sign-new-plan', 'pat']]);
});

test('a move that brings a new manager along is handed over first, and then its segment is closed', async () => {
  const { open, complete, change } = await beside();
  await change({ parentId: 'city' });
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await complete('mayor', 'first-talk', talk)).toBe(200);
  expect(await open()).toEqual([['write-segment', 'mayor']]);
});
