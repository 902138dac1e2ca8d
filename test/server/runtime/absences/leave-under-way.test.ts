import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../engine/index.ts';
import { turnNextAbsence } from '../../../../server/runtime/absences/absence-worker.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../../support/office.ts';

type Office = Awaited<ReturnType<typeof makeOffice>>;

const deaf = {
  initial: 'open',
  stages: {
    open: {
      tasks: { own: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P7D' } },
      after: [{ id: 'late', delay: 'P10D', to: 'done' }],
    },
    done: { type: 'final' },
  },
};

async function withPost(cycle: Parameters<typeof makeOffice>[0] = deaf): Promise<Office> {
  const office = await makeOffice(cycle);
  await office.deps.store.commit((db) =>
    db.updateTable('components').set({ kind: 'employee' }).where('id', '=', 'permits').execute(),
  );
  return office;
}

const away = async (office: Office, personId: string, from: string, to: string): Promise<string> => {
  const answer = await (await office.as('ada'))('POST', '/api/v1/absences', { personId, from, to });
  expect(answer.status).toBe(201);
  return answer.body.id;
};

const turnAll = async (office: Office, day: string) => {
  office.deps.clock.set(`${day}T10:00:00.000Z`);
  while (await turnNextAbsence(office.deps));
  await fireDue(office.deps, office.deps.clock.now());
};

const stateOf = async (office: Office): Promise<Plan> =>
  office.deps.store.read(async (db) =>
    JSON.parse((await db.selectFrom('plans').select('state').executeTakeFirstOrThrow()).state),
  );
const dues = async (office: Office) => {
  const { tasks, timers } = await stateOf(office);
  return [...Object.values(tasks), ...Object.values(timers)].map(({ dueAt }) => dueAt?.slice(0, 10));
};

describe('a plan that is started while its person is on a long leave', () => {
  test('puts off what is due by the rest of the leave, and goes on with its end', async () => {
    const office = await withPost();
    const leave = await away(office, 'pat', '2026-01-05', '2026-01-30');
    await turnAll(office, '2026-01-12');
    await office.start('p1');
    expect(await dues(office)).toEqual(['2026-02-09', '2026-02-12']);
    await turnAll(office, '2026-01-19');
    await (await office.as('ada'))('DELETE', `/api/v1/absences/${leave}`);
    await turnAll(office, '2026-01-19');
    // Five of the fifteen working days were missed.
    expect(await dues(office)).toEqual(['2026-01-26', '2026-01-29']);
  });

  test('loses no days that were over before it', async () => {
    const office = await withPost();
    await turnAll(office, '2026-01-12');
    await office.start('p1');
    await away(office, 'pat', '2026-01-05', '2026-01-30');
    await turnAll(office, '2026-01-12');
    expect(await dues(office)).toEqual(['2026-02-09', '2026-02-12']);
  });

  test('goes on as ever over a short leave', async () => {
    const office = await withPost();
    await away(office, 'pat', '2026-01-05', '2026-01-09');
    await office.start('p1');
    expect(await dues(office)).toEqual(['2026-01-12', '2026-01-15']);
  });
});

describe('a post that is filled anew while its holder is on a long leave', () => {
  const refill = async (office: Office, ownerId: string) => {
    const answer = await (await office.as('ada'))('PATCH', '/api/v1/components/permits', { ownerId });
    expect(answer.status).toBe(200);
  };

  test('lets the plan go on for who has it now', async () => {
    const office = await withPost();
    await office.start('p1');
    await away(office, 'pat', '2026-01-05', '2026-01-30');
    await turnAll(office, '2026-01-12');
    expect(await dues(office)).toEqual(['2026-02-09', '2026-02-12']);
    await refill(office, 'dora');
    // The five working days that nobody was there.
    expect(await dues(office)).toEqual(['2026-01-19', '2026-01-22']);
    await turnAll(office, '2026-01-31');
    expect((await office.planState('p1')).status).toBe('ended');
  });

  test('lets a plan that waits for the end of the leave hear of it', async () => {
    const office = await withPost({
      initial: 'open',
      stages: {
        open: { on: { 'leave.started': [{ to: 'waiting' }], closed: [{ to: 'done' }] } },
        waiting: { on: { 'leave.ended': [{ to: 'open' }] } },
        done: { type: 'final' },
      },
    });
    await office.start('p1');
    await away(office, 'pat', '2026-01-05', '2026-01-30');
    await turnAll(office, '2026-01-12');
    expect((await office.planState('p1')).stage).toEqual(['waiting']);
    await refill(office, 'dora');
    expect((await office.planState('p1')).stage).toEqual(['open']);
  });

  test('stands still on for who is on a long leave as well', async () => {
    const office = await withPost();
    await office.start('p1');
    await away(office, 'pat', '2026-01-05', '2026-01-30');
    await away(office, 'dora', '2026-01-05', '2026-02-27');
    await turnAll(office, '2026-01-12');
    await refill(office, 'dora');
    expect(await dues(office)).toEqual(['2026-03-09', '2026-03-12']);
    expect((await stateOf(office)).away).toEqual({ until: '2026-02-27' });
  });
});
