import { expect, test } from 'vitest';
import { writtenWords } from '../../../editor/inbox/written-words.ts';

test('what somebody wrote is told, and ids and choices are not', () => {
  const draft = {
    goals: [
      { goalId: 'goal-1', results: 'meets', evidence: 'Ten permits a day. ' },
      { goalId: 'goal-2', results: null, evidence: '' },
    ],
    methods: 'exceeds',
    summary: 'Ten permits a day.',
    weight: 40,
  };
  expect(writtenWords(draft)).toEqual(['Ten permits a day.']);
  expect(writtenWords({ decision: 'agreed' })).toEqual([]);
});
