import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  variables: { rounds: 2 },
  initial: 'plan',
  stages: {
    plan: {
      tasks: {
        agree: {
          ...{ title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: 'P2D' },
          remind: ['-P1D'],
        },
      },
      after: [{ delay: 'P3D', to: 'late' }],
      on: { 'task.agree.completed': [{ to: 'late' }] },
    },
    late: { type: 'final' },
  },
};

test('a plan’s variables and its timers are told, the next first, in the zone of its component', async () => {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  await ada('PATCH', '/api/v1/components/permits', { zone: 'America/New_York' });
  await office.start('p1');
  const { status, body } = await ada('GET', '/api/v1/plans/p1/operation');
  expect(status).toBe(200);
  expect(body).toMatchObject({ zone: 'America/New_York', variables: { rounds: 2 }, failures: [] });
  const timers = body.timers.map(({ id: _, ...timer }: { id: string }) => timer);
  expect(timers).toMatchObject([
    { kind: 'reminder', name: 'agree', stage: 'plan', task: 'Agree the plan', to: [] },
    { kind: 'overdue', name: 'agree', stage: 'plan', task: 'Agree the plan', to: [] },
    {
      kind: 'stage',
      name: 'plan.0',
      stage: 'plan',
      task: null,
      to: ['late'],
      dueAt: '2026-01-08T09:00:00.000Z',
    },
  ]);
});

test('only who keeps plans running looks at it', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const statusFor = async (who: string) =>
    (await (await office.as(who))('GET', '/api/v1/plans/p1/operation')).status;
  const all = ['ada', 'hana', 'deputy', 'pat', 'dora'];
  expect(await Promise.all(all.map(statusFor))).toEqual([200, 200, 403, 403, 403]);
  expect((await (await office.as('ada'))('GET', '/api/v1/plans/none/operation')).status).toBe(404);
});
