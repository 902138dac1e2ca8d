import { expect, test } from 'vitest';
import { goalsToRate, isRated, type RatedGoal } from '../../../editor/inbox/forms/goals-to-rate.ts';

const goal = (id: string, status: 'open' | 'met' | 'stopped' = 'open') => ({
  id,
  title: `Goal ${id}`,
  status,
});
const typed = (goalId: string, given: Partial<RatedGoal> = {}): RatedGoal => ({
  ...{ goalId, title: `Goal ${goalId}`, scored: null, results: null, methods: null, evidence: '' },
  ...given,
});
const unscored = () => null;
const idsOf = (goals: readonly RatedGoal[]) => goals.map(({ goalId }) => goalId);

test('an appraisal begins with the open goals, and with what their figures say', () => {
  const goals = goalsToRate([], [goal('a'), goal('b', 'met')], () => 'exceeds');
  expect(goals).toEqual([{ ...typed('a', { scored: 'exceeds', results: 'exceeds' }), status: 'open' }]);
});

test('a goal that is added once the appraisal has begun is rated too, beside what was typed', () => {
  const words = typed('a', { methods: 'meets', evidence: 'The log of May.' });
  const goals = goalsToRate([words], [goal('a'), goal('b')], unscored);
  expect(idsOf(goals)).toEqual(['a', 'b']);
  expect(goals[0]).toEqual({ ...words, status: 'open' });
  expect(goals.map(isRated)).toEqual([true, false]);
});

test('of a goal that is dropped meanwhile the words stay, and without words nothing does', () => {
  const words = typed('a', { evidence: 'Half a year of it.' });
  const goals = goalsToRate([words, typed('b')], [goal('a', 'stopped'), goal('b', 'stopped')], unscored);
  expect(goals).toEqual([{ ...words, status: 'stopped' }]);
  expect(goals.map(isRated)).toEqual([false]);
});

test('a goal that was given another title goes by it', () => {
  const goals = goalsToRate([typed('a', { title: 'Be quick' })], [goal('a')], unscored);
  expect(goals[0]?.title).toBe('Goal a');
});
