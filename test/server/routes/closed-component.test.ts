import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: { work: { on: { closed: [{ to: 'done' }] } }, done: { type: 'final' } },
};

test('HR is told which plans of a component that is closed go on, and once', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const told = () =>
    office.deps.store.read((db) =>
      db.selectFrom('notifications').select(['message', 'planId']).where('personId', '=', 'hana').execute(),
    );
  const close = (activeTo: string) => admin('PATCH', '/api/v1/components/permits', { activeTo });
  expect((await close('2026-10-31')).status).toBe(200);
  await close('2026-10-31');
  expect(await told()).toEqual([
    {
      planId: 'p1',
      message:
        '“Permits” is closed with 2026-10-31, and 1 plan of it goes on: “Small”. Cancel what should end.',
    },
  ]);
  await admin('PATCH', '/api/v1/components/inspection', { activeTo: '2026-10-31' });
  expect(await told()).toHaveLength(1);
});
