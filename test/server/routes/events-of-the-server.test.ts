import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const served = ['leave.started', 'person.left', 'component.moved', 'calendar.changed'];

test.each([
  ['leave.started', 'enter the absence instead, or end it, under Organisation or with POST /absences'],
  ['person.left', 'enter an absence without an end instead, under Organisation or with POST /absences'],
  ['component.moved', 'change the component instead, under Organisation or with PATCH /components/{id}'],
  ['calendar.changed', 'change the calendar instead, under Settings or with PUT /calendars/{id}'],
])('%s is told by the server alone, and whoever sends it learns what to do instead', async (type, act) => {
  const office = await makeOffice({
    initial: 'work',
    stages: {
      work: { on: Object.fromEntries(served.map((name) => [name, [{ to: 'rest' }]])) },
      rest: {},
    },
  });
  await office.start('p1');
  const hana = await office.as('hana');
  expect((await hana('GET', '/api/v1/plans/p1')).body.sendableEvents).toEqual([]);
  const answer = await hana('POST', '/api/v1/plans/p1/events', { type });
  expect([answer.status, answer.body.detail]).toEqual([
    403,
    `“${type}” comes from the server itself: ${act}. Nothing was changed.`,
  ]);
  expect((await office.planState('p1')).stage).toEqual(['work']);
});
