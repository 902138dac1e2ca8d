import { expect, test } from 'vitest';
import type { Feedback } from '../../../editor/app/api/wire.ts';
import { readByWords } from '../../../editor/feedback/feedback-words.ts';

const person = (name: string) => ({ id: name, name });
const said: Feedback = {
  ...{ id: 'f1', at: '2026-05-04T10:00:00.000Z', author: person('Ian'), to: person('Pat'), goal: null },
  ...{ component: person('Permits'), planId: 'p1', text: 'x', visibility: 'plan', manager: null },
  ...{ named: true, promise: null, question: null, thankedAt: null, replies: [], mayReply: false },
  mayThank: false,
};

test('the answer of a rater says who reads it by the promise of its round', () => {
  expect(readByWords({ ...said, promise: 'named' })).toContain('by whom it is about, and after them');
  expect(readByWords({ ...said, named: false, promise: 'confidential' })).toContain('HR can look up');
  expect(readByWords({ ...said, named: false, promise: 'anonymous' })).toBe(
    'Read with the answers of others, without your name',
  );
});

test('what was said without being asked as a rater is read by whom its writer chose', () => {
  expect(readByWords(said)).toBe('Read by all who see the plans of Permits');
  expect(readByWords({ ...said, visibility: 'receiver' })).toBe('Read by Ian and Pat');
  const byManager = { ...said, visibility: 'manager' as const };
  expect(readByWords({ ...byManager, manager: person('Max') })).toBe('Read by Ian, Pat and Max');
});

test('a manager who wrote it is not named twice', () => {
  expect(readByWords({ ...said, visibility: 'manager', manager: person('Ian') })).toBe('Read by Ian and Pat');
});
