import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: { work: { on: { closed: [{ to: 'done' }] } }, done: { type: 'final' } },
};

const told = (office: Awaited<ReturnType<typeof makeOffice>>) =>
  office.deps.store.read((db) =>
    db.selectFrom('notifications').select(['message', 'planId']).where('personId', '=', 'hana').execute(),
  );

test('HR is told which plans of a component that is closed go on, and once', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const close = (activeTo: string) => admin('PATCH', '/api/v1/components/permits', { activeTo });
  expect((await close('2026-10-31')).status).toBe(200);
  await close('2026-10-31');
  expect(await told(office)).toEqual([
    {
      planId: 'p1',
      message:
        '“Permits” is closed with 2026-10-31, and 1 plan of it goes on: “Small”. Cancel what should end.',
    },
  ]);
  await admin('PATCH', '/api/v1/components/inspection', { activeTo: '2026-10-31' });
  expect(await told(office)).toHaveLength(1);
});

test('HR is told as well when a component is closed by an import', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const list = (query = '') =>
    admin('POST', `/api/v1/imports${query}`, {
      ...{ kind: 'organisation', format: 'csv', content: 'Code,Unit,Until\npermits,Permits,2026-10-31' },
      mapping: { id: 'Code', name: 'Unit', activeTo: 'Until' },
    });
  await list('?dryRun=true');
  expect(await told(office)).toEqual([]);
  expect((await list()).body.problems).toEqual([]);
  await list();
  expect(await told(office)).toEqual([
    {
      planId: 'p1',
      message:
        '“Permits” is closed with 2026-10-31, and 1 plan of it goes on: “Small”. Cancel what should end.',
    },
  ]);
});

test('what follows a last day names the plans that go on past it, the first of them', async () => {
  const office = await makeOffice(cycle);
  for (const planId of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) await office.start(planId);
  const admin = await office.as('ada');
  const follows = async (patch: object) =>
    (await admin('POST', '/api/v1/components/permits/change-preview', patch)).body.goingOn;
  const { count, first } = await follows({ activeTo: '2026-10-31' });
  expect([count, first.length]).toEqual([6, 5]);
  expect(first[0]).toEqual({ planId: 'p1', cycleName: 'Small', owner: { id: 'pat', name: 'Pat' } });
  expect(await follows({ managerId: 'chief' })).toEqual({ count: 0, first: [] });
});
