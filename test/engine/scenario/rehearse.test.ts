// A scenario tried step by step: what comes next by itself, what each way out says, and answers that fit their forms.
import { describe, expect, test } from 'vitest';
import {
  askPlay,
  beginRehearsal,
  builtInForms,
  checkResult,
  compileCycle,
  fillForm,
  formChoices,
  type Goal,
  nextInstant,
  type Play,
  type Played,
  playStep,
  type ScenarioStep,
} from '../../../engine/index.ts';
import { cycleWith } from './given.ts';

const goal: Goal = {
  id: 'speed',
  componentId: 'component',
  version: 1,
  title: 'Speed',
  dimension: 'quality',
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [],
  status: 'open',
};
const compiled = compileCycle(cycleWith([]), 1);

function reached(played: Played): Play {
  if (played.kind !== 'on') throw new Error(played.why);
  return played.play;
}

const walked = (...steps: ScenarioStep[]): Play =>
  steps.reduce((play, step) => reached(playStep(play, step)), reached(beginRehearsal(compiled)));

describe('the next instant', () => {
  test('is that of the first timer, and waiting for it fires it', () => {
    const start = walked();
    expect(nextInstant(start)).toBe('2026-04-05T09:00:00.000Z');
    const review = walked({ wait: nextInstant(start) ?? '' });
    expect(review.plan.stage).toEqual(['review']);
    expect(start.plan.stage).toEqual(['observe']);
  });

  test('is that of an overdue task when the cycle listens, and comes once', () => {
    const review = walked({ wait: 'P90D' });
    const late = nextInstant(review);
    expect(late).toBe('2026-04-10T09:00:00.000Z');
    expect(nextInstant(reached(playStep(review, { wait: late ?? '' })))).toBeNull();
  });

  test('is none once the plan has ended', () => {
    expect(nextInstant(walked({ event: 'plan.cancelled' }))).toBeNull();
  });
});

describe('the ways out of a stage', () => {
  test('say where they stand and wait for an event when they look at one', () => {
    const asked = askPlay(walked());
    expect(asked.map(({ pointer, to, passes }) => [pointer, to, passes])).toEqual([
      ['/stages/observe/on/review.requested/0', 'review', null],
      ['/stages/observe/on/observation.recorded/0', null, true],
      ['/stages/observe/after/0', 'review', true],
      ['/on/plan.cancelled/0', 'stopped', true],
    ]);
  });

  test('answer with the values they looked at when the event is told', () => {
    const event = { type: 'review.requested', data: { urgent: false } };
    expect(askPlay(walked(), event)[0]).toMatchObject({
      guard: 'event.data.urgent = true',
      passes: false,
      values: { 'event.data.urgent': false },
    });
    expect(askPlay(walked(), { ...event, data: { urgent: true } })[0]?.passes).toBe(true);
  });

  test('are none once the plan has ended', () => {
    expect(askPlay(walked({ event: 'plan.cancelled' }))).toEqual([]);
  });
});

describe('an answer for a form', () => {
  test.each(builtInForms)('fits %s, whatever is picked of its choices', (form) => {
    for (const { field, values } of formChoices(form))
      for (const value of values) {
        const result = fillForm(form, { [field]: value }, [goal]);
        expect(checkResult(form, result).kind).toBe('fits');
        expect(JSON.stringify(result)).toContain(JSON.stringify(value));
      }
    expect(checkResult(form, fillForm(form, {}, [])).kind).toBe('fits');
  });

  test('takes what is chosen most often first, and the fields of a schema', () => {
    expect(formChoices('plan-agreement')).toEqual([{ field: 'decision', values: ['agreed', 'returned'] }]);
    const form = { type: 'object', properties: { sure: { type: 'boolean' }, note: { type: 'string' } } };
    expect(formChoices(form)).toEqual([{ field: 'sure', values: [true, false] }]);
    expect(fillForm(form, { sure: false }, [])).toMatchObject({ sure: false });
  });
});
