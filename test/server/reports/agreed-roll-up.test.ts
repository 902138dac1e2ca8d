// The roll-up scores by what was agreed in plans, as the plans do.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const agreeing = {
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      kind: 'plan',
      tasks: {
        agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement' },
        read: { title: 'Read', assignee: 'owner', form: 'acknowledgement' },
      },
      on: {
        'task.agree.completed': [{}],
        'task.read.completed': [{}],
        'period.closed': [{ to: 'end' }],
        'plan.cancelled': [{ to: 'gone' }],
      },
    },
    end: { type: 'final' },
    gone: { type: 'final', outcome: 'cancelled' },
  },
};
const DAY = 86_400_000;

/** Permits takes 8 days where 5 meet and 10 are the floor: 40. What it reaches is what the department above reaches. */
async function makePlans() {
  const office = await makeOffice(agreeing);
  const ada = await office.as('ada');
  const must = async (method: string, path: string, body: object) => {
    const answer = await ada(method as 'POST', `/api/v1${path}`, body);
    expect([path, answer.status < 300, answer.body.detail]).toEqual([path, true, undefined]);
    return answer.body;
  };
  const goal = { title: 'Decide faster', priority: 1 };
  await must('POST', '/goals', { id: 'up', componentId: 'dob', ...goal, scoreMode: 'children' });
  await must('POST', '/goals', {
    ...{ id: 'down', componentId: 'permits', ...goal },
    alignments: [{ parentGoalId: 'up', mode: 'contributes', share: 1, contribution: 2 }],
  });
  await must('POST', '/measures', {
    ...{ id: 'days', goalId: 'down', title: 'Days', unit: 'days', direction: 'decrease' },
    ...{ timeAggregation: 'last', standards: { kind: 'points', unacceptable: 10, meets: 5 } },
  });
  const year = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };
  await must('POST', '/observations', { measureId: 'days', ...year, value: 8, source: 'manual' });
  await office.start('child');
  await office.start('parent', 'dob');
  const sign = async (version: number, planId = 'child') => {
    for (const who of ['pat', 'deputy'])
      expect(
        (
          await (
            await office.as(who)
          )('POST', `/api/v1/plans/${planId}/signatures`, { decision: 'agreed', version })
        ).status,
      ).toBe(201);
  };
  const meets = (value: number) =>
    must('PATCH', '/measures/days', { standards: { kind: 'points', unacceptable: value * 2, meets: value } });
  const plan = async (id: string) => (await ada('GET', `/api/v1/plans/${id}/score`)).body.score.score;
  const rollUp = async (id: string, start = '2026-01-01', end = '2026-12-31') => {
    const { items } = (await ada('GET', `/api/v1/reports/roll-up?start=${start}&end=${end}`)).body;
    return items.find((item: { componentId: string }) => item.componentId === id).score;
  };
  const all = async () => [
    ...[await plan('child'), await rollUp('permits')],
    ...[await plan('parent'), await rollUp('dob'), await rollUp('city')],
  ];
  const later = (days: number) => office.deps.clock.advance(DAY * days);
  return { ...office, ada, must, sign, meets, plan, rollUp, all, later };
}

test('a standard that was changed and not agreed moves neither the plan, nor the plan above it, nor the roll-up', async () => {
  const { sign, meets, all, later } = await makePlans();
  expect(await all()).toEqual([40, 40, 40, 40, 40]);
  await sign(1);
  later(40);
  await meets(50);
  expect(await all()).toEqual([40, 40, 40, 40, 40]);
});

test('a standard that was agreed anew counts from that day on, everywhere the same, and at once', async () => {
  const { sign, meets, all, later } = await makePlans();
  await sign(1);
  later(181);
  await meets(50);
  expect(await all()).toEqual([40, 40, 40, 40, 40]);
  await sign(2);
  const [score] = await all();
  expect(score).toBeGreaterThan(60);
  expect(score).toBeLessThan(80);
  expect(await all()).toEqual([score, score, score, score, score]);
});

test('once its plan has ended a component is scored by what was agreed in it, whatever is changed later', async () => {
  const { sign, meets, rollUp, later, must } = await makePlans();
  await sign(1);
  later(1);
  await must('POST', '/plans/child/events', { type: 'period.closed' });
  await meets(50);
  expect([await rollUp('permits'), await rollUp('dob')]).toEqual([40, 40]);
});

test('of two plans the one with most days of the period counts, and neither of them twice', async () => {
  const { sign, meets, rollUp, later, start } = await makePlans();
  await sign(1);
  later(1);
  await start('second');
  await meets(50);
  await sign(1, 'second');
  // As many days: the one that started last.
  expect([await rollUp('permits'), await rollUp('dob')]).toEqual([100, 100]);
  // None of the days of either.
  expect(await rollUp('permits', '2025-01-01', '2025-12-31')).toBeNull();
});

test('what was agreed in a plan counts no more once it is cancelled', async () => {
  const { sign, meets, rollUp, later, must } = await makePlans();
  await sign(1);
  later(1);
  await meets(50);
  expect(await rollUp('permits')).toBe(40);
  await must('POST', '/plans/child/cancel', { reason: 'Begun by mistake.' });
  expect(await rollUp('permits')).toBe(100);
});

test('another standard is tried against what was agreed, not against a change that waits for signatures', async () => {
  const { sign, meets, later, must } = await makePlans();
  await sign(1);
  later(1);
  await meets(50);
  const { items } = await must('POST', '/measures/days/what-if', {
    standards: { kind: 'points', unacceptable: 16, meets: 4 },
  });
  expect(
    items.map(({ component, before, after }: Record<string, Record<string, unknown>>) => [
      component?.id,
      before?.score,
      Math.round(Number(after?.score)),
    ]),
  ).toEqual([
    ['city', 40, 67],
    ['dob', 40, 67],
    ['permits', 40, 67],
  ]);
});

test('a goal that contributes no more since it was agreed counts no more in the plan above, as in the roll-up', async () => {
  const { ada, sign, all, later, must } = await makePlans();
  const alignments = [{ parentGoalId: 'up', mode: 'contributes', share: 1, contribution: 2 }];
  await must('POST', '/goals', { id: 'aside', componentId: 'permits', title: 'Ask', alignments });
  await must('POST', '/measures', {
    ...{ id: 'asked', goalId: 'aside', title: 'Asked', unit: 'n', direction: 'increase' },
    ...{ timeAggregation: 'last', standards: { kind: 'points', unacceptable: 0, meets: 10 } },
  });
  const year = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };
  await must('POST', '/observations', { measureId: 'asked', ...year, value: 10, source: 'manual' });
  await sign(1);
  expect((await all()).slice(2)).toEqual([70, 70, 70]);
  later(1);
  await must('PATCH', '/goals/aside', { alignments: [] });
  expect((await all()).slice(2)).toEqual([40, 40, 40]);
  const { coverage } = (await ada('GET', '/api/v1/plans/parent/score')).body.score;
  expect(coverage).toBe(1);
});
