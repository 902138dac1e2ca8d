import { describe, expect, test } from 'vitest';
import { takesAway } from '../../../server/mail/hard-deadlines.ts';
import { withMail } from '../../support/mail.ts';

const askFor = (title: string, assignee: string, form = 'self-appraisal') => ({
  ...{ title, assignee, form, due: 'P2D' },
});
const cycle = {
  initial: 'look-back',
  stages: {
    'look-back': {
      tasks: {
        self: askFor('Appraise yourself', 'owner'),
        note: askFor('Write a note', 'manager', 'feedback'),
      },
      after: [{ delay: 'P10D', to: 'done' }],
    },
    done: { type: 'final' },
  },
};

describe('a deadline is hard', () => {
  const stages = {
    outer: {
      initial: 'inner',
      stages: { inner: {} },
      after: [
        { delay: 'P1D', to: 'done' },
        { delay: 'P2D' },
        { id: 'maybe', delay: 'P3D', to: 'done', guard: 'round > 1' },
      ],
    },
    other: {},
    done: { type: 'final' as const },
  };
  test.each([
    ['when its own stage is left by time', 'outer.0', 'outer', true],
    ['when a stage around it is left by time', 'outer.0', 'inner', true],
    ['but not when the timer only acts', 'outer.1', 'inner', false],
    ['but not when a guard may keep the plan', 'maybe', 'inner', false],
    ['but not in another part of the cycle', 'outer.0', 'other', false],
  ])('%s', (_, timer, taskStage, hard) => {
    expect(takesAway({ stages }, { timer, timerStage: 'outer', taskStage })).toBe(hard);
  });
});

describe('mail about a hard deadline', () => {
  const told = (office: Awaited<ReturnType<typeof withMail>>) =>
    office.sent.filter(({ subject }) => subject.includes('taken from you')).map(({ to }) => to);

  test('comes within a day before, once, to each who still owes a task', async () => {
    const office = await withMail(cycle);
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-14T08:59:59.000Z');
    await office.run();
    expect(told(office)).toEqual([]);
    office.deps.clock.set('2026-01-14T09:00:00.000Z');
    await office.run();
    await office.run();
    expect(told(office)).toEqual(['deputy@city.test', 'pat@city.test']);
    const mail = office.sent.find(({ to, subject }) => to === 'pat@city.test' && subject.includes('taken'));
    const [{ id }] = await office.tasksOf('pat');
    expect(mail?.text).toContain(`/inbox?task=${id}`);
    expect(mail?.text).toContain('Appraise yourself · Permits, until Thursday');
  });

  test('comes once to all who may take a task that nobody has', async () => {
    const office = await withMail({
      ...cycle,
      stages: {
        ...cycle.stages,
        'look-back': {
          ...cycle.stages['look-back'],
          tasks: { release: askFor('Release it', 'role:hr', 'feedback') },
        },
      },
    });
    const colleague = { id: 'hedy', name: 'Hedy', email: 'hedy@city.test', roles: ['hr'] };
    await (await office.as('ada'))('POST', '/api/v1/people', colleague);
    await office.start('p1');
    office.deps.clock.set('2026-01-14T09:00:00.000Z');
    await office.run();
    await office.run();
    expect(told(office).toSorted()).toEqual(['hana@city.test', 'hedy@city.test']);
  });

  test('comes to whoever takes the task over in its last day, and not again to who has it back', async () => {
    const office = await withMail(cycle);
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-14T09:00:00.000Z');
    await office.run();
    const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
    const give = async (to: string) => {
      office.deps.clock.advance(60_000);
      const reason = 'I am at the site today.';
      const given = await (await office.as('ada'))('POST', `/api/v1/tasks/${task.id}/delegate`, {
        to,
        reason,
      });
      expect(given.status).toBe(200);
      await office.run();
    };
    await give('chief');
    expect(told(office)).toEqual(['deputy@city.test', 'pat@city.test', 'chief@city.test']);
    await give('deputy');
    await give('chief');
    expect(told(office)).toHaveLength(3);
  });

  test('comes neither to whom wants no mail nor to whom is away', async () => {
    const office = await withMail(cycle);
    await office.run();
    await office.settings('pat', 'PUT', { every: 'off', zone: 'UTC' });
    await office.start('p1');
    office.deps.clock.set('2026-01-14T10:00:00.000Z');
    await (await office.as('deputy'))('POST', '/api/v1/absences', { from: '2026-01-14', to: '2026-01-16' });
    await office.run();
    expect(told(office)).toEqual([]);
  });
});
