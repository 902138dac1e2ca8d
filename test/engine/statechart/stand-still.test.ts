import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event, given, rejectedAs } from '../../support/given.ts';

const cycle = given.cycle({
  initial: 'review',
  stages: {
    review: {
      tasks: {
        look: {
          title: 'Look back',
          assignee: 'owner',
          form: 'self-appraisal',
          due: '5bd',
          remind: ['-1bd'],
          escalate: [{ after: '2bd', to: 'manager' }],
        },
        close: { title: 'Close the year', assignee: 'manager', form: 'feedback', due: 'period.end' },
      },
      after: [
        { id: 'late', delay: '8bd', to: 'done' },
        { id: 'year-ends', delay: 'period.end', to: 'done' },
      ],
      on: { go: [{ to: 'next' }] },
    },
    next: { after: [{ id: 'soon', delay: '2bd', to: 'done' }] },
    done: { type: 'final' },
  },
});

/** Three weeks from Wednesday on: 15 working days. */
const away = { from: '2026-01-07', to: '2026-01-27', pauses: true };
const at = (day: string, hour = '09') => ({ at: `2026-${day}T${hour}:00:00.000Z` });

const unheard = (type: string) => {
  const accepted = ['go', 'task.look.completed', 'task.close.completed'];
  return rejectedAs({ code: 'event-not-accepted', type, accepted });
};

describe('while the person of a plan is on a long leave', () => {
  const started = cycle.started();
  const gone = () => started.when(event('leave.started', away), at('01-07', '00'));

  test('what was still to come is put off by the working days away, and what has a fixed date is not', () => {
    const { plan } = started;
    expect(plan.timers.late?.dueAt).toBe('2026-01-15T09:00:00.000Z');
    const { plan: paused, step } = gone();
    expect(paused.timers.late?.dueAt).toBe('2026-02-05T09:00:00.000Z');
    expect(paused.timers['year-ends']).toEqual(plan.timers['year-ends']);
    expect(paused.tasks.look?.dueAt).toBe('2026-02-02T09:00:00.000Z');
    expect(paused.tasks.close).toEqual(plan.tasks.close);
    expect(step.kind === 'moved' && step.effects).toEqual([
      { type: 'cancel-timer', timerId: 'late', activation: 1 },
      {
        type: 'arm-timer',
        timerId: 'late',
        stage: 'review',
        activation: 1,
        dueAt: '2026-02-05T09:00:00.000Z',
      },
      {
        type: 'move-task',
        key: 'look',
        activation: 1,
        dueAt: '2026-02-02T09:00:00.000Z',
        reminders: ['2026-01-30T09:00:00.000Z'],
        escalations: [{ at: '2026-02-04T09:00:00.000Z', to: 'manager' }],
      },
    ]);
  });

  test('what is asked for meanwhile counts from the last day away', () => {
    const { plan } = gone().when(event('go'), at('01-12'));
    expect(plan.timers.soon?.dueAt).toBe('2026-01-29T09:00:00.000Z');
  });

  test('who comes back earlier finds the days that were left, and one who comes later has them still', () => {
    const early = gone().when(event('leave.ended', { ...away, to: '2026-01-20' }), at('01-21', '08'));
    expect(early.plan.timers.late?.dueAt).toBe('2026-01-29T09:00:00.000Z');
    const late = gone().when(event('leave.ended', { ...away, to: '2026-01-30' }), at('01-31', '08'));
    expect(late.plan.timers.late?.dueAt).toBe('2026-02-10T09:00:00.000Z');
    expect(late.plan.away).toBe(null);
  });

  test('a leave that is heard of late counts from its first day', () => {
    const { plan } = started.when(event('leave.started', away), at('01-20'));
    expect(plan.timers.late?.dueAt).toBe('2026-02-05T09:00:00.000Z');
  });

  test('a leave that begins again, or ends without having begun, is not heard', () => {
    gone().when(event('leave.started', away), at('01-08')).then(unheard('leave.started'));
    started.when(event('leave.ended', away), at('01-08')).then(unheard('leave.ended'));
  });

  test('a leave of somebody else, such as the head of a department, moves nothing', () => {
    const leave = event('leave.started', { ...away, pauses: false });
    started.when(leave, at('01-08')).then(unheard('leave.started'));
  });

  test('a cycle that listens says itself what happens', () => {
    const listening = given
      .cycle({
        initial: 'a',
        stages: {
          a: { on: { 'leave.started': [{ to: 'away' }] }, after: [{ delay: '8bd', to: 'b' }] },
          away: { after: [{ id: 'end', delay: '30bd', to: 'b' }] },
          b: {},
        },
      })
      .started()
      .when(event('leave.started', away), at('01-07', '00'));
    expect(listening.plan.stage).toEqual(['away']);
    expect(listening.plan.away).toBe(undefined);
    expect(listening.plan.timers.end?.dueAt).toBe('2026-02-18T00:00:00.000Z');
  });

  test('away and back on the planned day leaves as many working days as there were, whatever the leave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (first, length) => {
        const day = (count: number) => new Date(Date.UTC(2026, 0, 5 + count)).toISOString().slice(0, 10);
        const leave = { from: day(first), to: day(first + length), pauses: true };
        const paused = started.when(event('leave.started', leave), { at: `${leave.from}T00:00:00.000Z` });
        const back = paused.when(event('leave.ended', leave), {
          at: `${day(first + length + 1)}T00:00:00.000Z`,
        });
        const { timers } = back.plan;
        expect(timers).toEqual(paused.plan.timers);
        expect(timers.late && timers.late.dueAt >= (started.plan.timers.late?.dueAt ?? '')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
