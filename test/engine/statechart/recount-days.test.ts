import { expect, test } from 'vitest';
import { everyWeekdayInUtc } from '../../../engine/index.ts';
import { event, given, rejectedAs, stageIs } from '../../support/given.ts';

const makeReview = (on: Record<string, { to: string }[]> = {}) =>
  given.cycle({
    initial: 'review',
    stages: {
      review: {
        on,
        tasks: {
          look: {
            title: 'Look back',
            assignee: 'owner',
            form: 'self-appraisal',
            due: '3bd',
            escalate: [{ after: '2bd', to: 'manager' }],
          },
          soon: { title: 'Say hello', assignee: 'owner', form: 'feedback', due: 'P3D' },
          close: { title: 'Close the year', assignee: 'manager', form: 'feedback', due: 'period.end' },
        },
        after: [
          { id: 'late', delay: '5bd', to: 'done' },
          { id: 'plain', delay: 'P5D', to: 'done' },
        ],
      },
      done: { type: 'final' },
    },
  });
const to = { ...everyWeekdayInUtc, holidays: ['2026-01-07'] };
const changed = event('calendar.changed', { from: { ...everyWeekdayInUtc }, to: { ...to } });
const tuesday = { at: '2026-01-06T09:00:00.000Z', facts: { calendar: to } };

test('days that count working days are counted again with their escalations, and so are timers; others stay', () => {
  const started = makeReview().started();
  const { plan } = started.when(changed, tuesday);
  const dueOf = (of: typeof plan) => ({
    tasks: Object.fromEntries(Object.entries(of.tasks).map(([key, { dueAt }]) => [key, dueAt])),
    timers: Object.fromEntries(Object.entries(of.timers).map(([id, { dueAt }]) => [id, dueAt])),
  });
  const before = dueOf(started.plan);
  expect(dueOf(plan)).toEqual({
    tasks: { ...before.tasks, look: '2026-01-09T09:00:00.000Z' },
    timers: { ...before.timers, late: '2026-01-13T09:00:00.000Z' },
  });
});

test('a cycle that listens to the change says itself what it does', () => {
  makeReview({ 'calendar.changed': [{ to: 'done' }] })
    .started()
    .when(changed, tuesday)
    .then(stageIs('done'));
});

test('what tells of no calendars counts nothing', () => {
  const accepted = ['task.look.completed', 'task.soon.completed', 'task.close.completed'];
  makeReview()
    .started()
    .when(event('calendar.changed', { from: 1 }), tuesday)
    .then(rejectedAs({ code: 'event-not-accepted', type: 'calendar.changed', accepted }));
});
