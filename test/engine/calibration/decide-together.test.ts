import { expect, test } from 'vitest';
import { decideTogether, type RatingDecision } from '../../../engine/index.ts';

const kept = (reason: string): RatingDecision => ({ decision: 'kept', reason });
const changed = (outcome: 'meets' | 'exceeds', reason: string): RatingDecision => ({
  decision: 'changed',
  outcome,
  reason,
});

test('a rating is changed as more than half want it, whoever decides last', () => {
  const decisions = [changed('meets', 'a'), changed('meets', 'b'), kept('c')];
  expect(decideTogether(decisions)).toEqual({ result: changed('meets', 'b'), carriedBy: 1 });
});

test('where as many want it changed as kept, it stays', () => {
  expect(decideTogether([changed('meets', 'a'), kept('b')])).toEqual({ result: kept('b'), carriedBy: 1 });
  expect(decideTogether([kept('a'), changed('meets', 'b')])).toEqual({ result: kept('a'), carriedBy: 0 });
});

test('where all want it changed, but each otherwise, it stays for all their reasons', () => {
  expect(decideTogether([changed('meets', 'a'), changed('exceeds', 'b')])).toEqual({
    result: kept('a\nb'),
    carriedBy: null,
  });
});

test('what one person decides is decided', () => {
  expect(decideTogether([changed('meets', 'a')])).toEqual({ result: changed('meets', 'a'), carriedBy: 0 });
});
