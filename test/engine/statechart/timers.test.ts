import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../engine/index.ts';
import {
  effectsAre,
  event,
  given,
  monday,
  planHas,
  rejectedAs,
  stageIs,
  timerFired,
} from '../../support/given.ts';

const newYork: Calendar = {
  zone: 'America/New_York',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-19'],
};

describe('a timer', () => {
  const dueOf = (delay: string, moment = {}, variables = {}) => {
    const { plan } = given
      .cycle({ initial: 'a', variables, stages: { a: { after: [{ delay, to: 'b' }] }, b: {} } })
      .started(moment);
    return plan.timers['a.0']?.dueAt;
  };

  test.each([
    ['P10D', '2026-01-15T09:00:00.000Z'],
    ['PT36H', '2026-01-06T21:00:00.000Z'],
    ['10bd', '2026-01-19T09:00:00.000Z'],
    ['P400D', '2027-02-09T09:00:00.000Z'],
    ['period.end', '2026-12-31T00:00:00.000Z'],
    ['period.end + duration("P10D")', '2027-01-10T00:00:00.000Z'],
    ['now + duration("PT1H")', '2026-01-05T10:00:00.000Z'],
    ['duration("P2D")', '2026-01-07T09:00:00.000Z'],
    ['date and time("2026-03-01T12:00:00+02:00")', '2026-03-01T10:00:00.000Z'],
    ['if round > 1 then "P1D" else "5bd"', '2026-01-12T09:00:00.000Z'],
    ['reviewDay', '2026-02-02T00:00:00.000Z'],
  ])('of %s is armed for an instant', (delay, dueAt) => {
    expect(dueOf(delay, {}, { reviewDay: '2026-02-02' })).toBe(dueAt);
  });

  test.each([
    ['10bd', '2026-01-20T14:00:00.000Z'],
    ['period.end', '2026-12-31T05:00:00.000Z'],
    ['P90D', '2026-04-05T13:00:00.000Z'],
    ['date and time("2026-07-01T12:00:00")', '2026-07-01T16:00:00.000Z'],
    ['today + duration("P1D")', '2026-01-06T05:00:00.000Z'],
  ])('of %s keeps the wall clock and the working days of the component', (delay, dueAt) => {
    expect(dueOf(delay, { at: '2026-01-05T14:00:00Z', facts: { calendar: newYork } })).toBe(dueAt);
  });

  test.each([
    ['round', 'A delay is a duration, a date or a date and time; this gives 1.'],
    ['"soon"', 'A delay is a duration, a date or a date and time; this gives "soon".'],
    ['outcome', 'A delay is a duration, a date or a date and time; this gives null.'],
    ['bonus', "The expression gives nothing: Variable 'bonus' not found."],
    ['P9999Y', 'The instant lies outside the years 0 to 9999. Use a shorter span.'],
  ])('of %s stops the step with a sentence', (delay, message) => {
    const step = given
      .cycle({ initial: 'a', stages: { a: { after: [{ delay, to: 'b' }] }, b: {} } })
      .attempt();
    expect(step).toEqual({
      kind: 'rejected',
      reason: { code: 'expression-failed', expression: delay, place: 'stages/a/after/0/delay', message },
    });
  });
});

describe('an armed timer', () => {
  const cycle = given.cycle({
    initial: 'observe',
    stages: {
      observe: {
        initial: 'quiet',
        stages: { quiet: { on: { noted: [{ to: 'noisy' }] } }, noisy: {} },
        after: [
          {
            id: 'reminder',
            delay: 'P7D',
            do: [{ do: 'notify', to: 'owner', message: 'Record your values' }],
          },
          { delay: 'P3M', to: 'measure' },
        ],
        on: {
          again: [{ to: 'observe' }],
          changed: [{ to: 'noisy', internal: true }],
          left: [{ to: 'measure' }],
          postponed: [{ do: [{ do: 'reschedule', timer: 'observe.1', delay: 'P1D' }] }],
        },
      },
      measure: { on: { postponed: [{ do: [{ do: 'reschedule', timer: 'observe.1', delay: 'P1D' }] }] } },
    },
  });
  const armed = { stage: 'observe', activation: 1 };

  test('is kept by an internal transition and by moves inside the stage', () => {
    const timers = {
      reminder: { ...armed, dueAt: '2026-01-12T09:00:00.000Z' },
      'observe.1': { ...armed, dueAt: '2026-04-05T09:00:00.000Z' },
    };
    cycle
      .started()
      .when(event('noted'))
      .then(planHas({ timers }), effectsAre())
      .when(event('changed'))
      .then(planHas({ timers }), effectsAre());
  });

  test('fires once', () => {
    cycle
      .started()
      .when(timerFired('reminder'), { at: '2026-01-12T09:00:00Z' })
      .then(stageIs('quiet'), effectsAre({ type: 'notify', to: 'owner', message: 'Record your values' }))
      .when(timerFired('reminder'))
      .then(
        rejectedAs({
          code: 'event-not-accepted',
          type: 'timer.reminder',
          accepted: ['noted', 'again', 'changed', 'left', 'postponed'],
        }),
      );
  });

  test('is cancelled when its stage is left, the one that fired excepted', () => {
    cycle
      .started()
      .when(timerFired('observe.1', { activation: 1 }))
      .then(
        stageIs('measure'),
        planHas({ timers: {} }),
        effectsAre({ type: 'cancel-timer', timerId: 'reminder', activation: 1 }),
      );
  });

  test('is another one after the stage was entered again, and the old one is not heard', () => {
    const again = cycle.started().when(event('again'), { at: '2026-02-02T09:00:00Z' });
    again.then(
      effectsAre(
        { type: 'cancel-timer', timerId: 'reminder', activation: 1 },
        { type: 'cancel-timer', timerId: 'observe.1', activation: 1 },
        { type: 'arm-timer', timerId: 'reminder', activation: 3, dueAt: '2026-02-09T09:00:00.000Z' },
        { type: 'arm-timer', timerId: 'observe.1', activation: 3, dueAt: '2026-05-02T09:00:00.000Z' },
      ),
    );
    expect(again.when(timerFired('observe.1', { activation: 1 })).step).toMatchObject({
      kind: 'rejected',
      reason: { code: 'event-not-accepted' },
    });
    again.when(timerFired('observe.1', { activation: 3 })).then(stageIs('measure'));
  });

  test('can be moved while it is armed, and is left alone when it is not', () => {
    cycle
      .started()
      .when(event('postponed'), { at: '2026-03-01T09:00:00Z' })
      .then(
        effectsAre(
          { type: 'cancel-timer', timerId: 'observe.1', activation: 1 },
          { type: 'arm-timer', timerId: 'observe.1', ...armed, dueAt: '2026-03-02T09:00:00.000Z' },
        ),
      );
    cycle
      .inStage('measure')
      .when(event('postponed'))
      .then(effectsAre(), planHas({ timers: {} }));
  });
});

test('a timer set in a stage that is entered sees what the entry actions set', () => {
  given
    .cycle({
      initial: 'a',
      variables: { wait: '' },
      stages: {
        a: {
          entry: [{ do: 'set', variable: 'wait', value: '"P2D"' }],
          after: [{ delay: 'wait', to: 'b' }],
        },
        b: {},
      },
    })
    .started({ at: monday })
    .then(effectsAre({ type: 'arm-timer', timerId: 'a.0', dueAt: '2026-01-07T09:00:00.000Z' }));
});
