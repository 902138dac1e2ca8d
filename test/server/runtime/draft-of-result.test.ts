import { expect, test } from 'vitest';
import { draftOfResult } from '../../../server/runtime/reopenings/draft-of-result.ts';

const titleOf = (id: string) => `Goal ${id}`;
const appraisal = { form: '"appraisal"' };

test('what was handed in counts, and what only the draft knows of a goal stays beside it', () => {
  const typed = {
    goals: [{ goalId: 'g1', title: 'Permits', scored: 'meets', evidence: 'old' }],
    summary: 'old',
  };
  const result = {
    goals: [
      { goalId: 'g1', evidence: 'new' },
      { goalId: 'g2', evidence: 'more' },
    ],
    summary: 'new',
  };
  expect(draftOfResult(appraisal, result, { typed, titleOf })).toEqual({
    goals: [
      { goalId: 'g1', title: 'Permits', scored: 'meets', factors: '', evidence: 'new' },
      { goalId: 'g2', title: 'Goal g2', scored: null, factors: '', evidence: 'more' },
    ],
    summary: 'new',
  });
});

test('an answer in a form of the cycle’s own fills its fields', () => {
  const form = { form: '{"type":"object"}' };
  expect(draftOfResult(form, { seen: true }, { typed: {}, titleOf })).toEqual({ values: { seen: true } });
});
