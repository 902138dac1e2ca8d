import { expect, test } from 'vitest';
import { makeStageId, makeTaskKey } from '../../../editor/document/make-id.ts';
import { eventWords, spanWords, triggerWords } from '../../../editor/document/words.ts';
import { smallCycle } from './fixture.ts';

test.each([
  ['task.agree-plan.completed', 'agree plan done'],
  ['task.agree-plan.overdue', 'agree plan late'],
  ['outcome.not-scored', 'not scored'],
  ['observation.recorded', 'observation recorded'],
  ['com.example.sla-breached', 'sla breached'],
  ['hired', 'hired'],
  ['*', 'any event'],
  ['task.agree-plan.*', 'any task agree plan event'],
  ['done.state.self-review', 'self review is done'],
])('the event %s reads "%s"', (event, words) => {
  expect(eventWords(event)).toBe(words);
});

test.each([
  ['P10D', '10 days'],
  ['P1M', '1 month'],
  ['P1Y6M', '1 year 6 months'],
  ['PT4H30M', '4 hours 30 minutes'],
  ['10bd', '10 working days'],
  ['-1bd', '1 working day before'],
  ['-P2D', '2 days before'],
  ['P', null],
  ['period.end + duration("P10D")', null],
])('the span %s reads %j', (span, words) => {
  expect(spanWords(span)).toBe(words);
});

test('a delay that is an expression is shown as it is', () => {
  expect(triggerWords({ kind: 'after', delay: 'period.end' })).toBe('after period.end');
});

test('ids are made from names and never used twice', () => {
  expect(makeStageId(smallCycle, 'Überprüfen & freigeben!')).toBe('uberprufen-freigeben');
  expect(makeStageId(smallCycle, 'Plan')).toBe('plan-2');
  expect(makeStageId(smallCycle, '評価')).toBe('stage');
  expect(makeTaskKey(smallCycle, 'Agree plan')).toBe('agree-plan-2');
});
