import { expect, test } from 'vitest';
import { reviewCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

test('a plan says in sentences why it is where it is, with the guard and its value', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/plans/p1/events', { type: 'note.taken', data: { text: 'a' } });
  await admin('POST', '/api/v1/plans/p1/events', { type: 'period.closed', data: { complete: true } });
  const why = await admin('GET', '/api/v1/plans/p1/why');
  expect(why.status).toBe(200);
  expect(why.body.stage).toEqual([{ id: 'review', name: 'review' }]);
  expect(why.body.links.map((link: { words: object }) => link.words)).toEqual([
    {
      cause: 'On 2026-01-05 the plan started.',
      because: ['It began in observe.'],
      plain: ['It began in observe.'],
      effects: ['Timer set for 2026-04-05'],
    },
    {
      cause: 'On 2026-01-05 Ada sent the event “period closed”.',
      because: [
        'So it went from observe to review, because the condition event.data.complete = true held (event.data.complete is true).',
      ],
      plain: ['So it went from observe to review, by a condition of the cycle (complete is true).'],
      effects: ['Timer cancelled: quarter', 'Task opened: Write the review, due 2026-01-15'],
    },
  ]);
  expect(why.body.links[1]).toMatchObject({
    revision: 3,
    because: 1,
    event: 'period.closed',
    transitions: ['/stages/observe/on/period.closed/0'],
    guards: [{ guard: 'event.data.complete = true', passed: true, values: { 'event.data.complete': true } }],
  });
});

test('a plan that somebody may not see explains nothing to them', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const stranger = await office.as('ian');
  expect((await stranger('GET', '/api/v1/plans/p1/why')).status).toBe(404);
  expect((await stranger('GET', '/api/v1/plans/nope/why')).status).toBe(404);
});
