import { expect, test } from 'vitest';
import { figuresOf } from '../../../editor/inbox/goal-facts.ts';

const below = { score: 68, outcome: 'below', coverage: 1 } as const;
const meets = { score: 104, outcome: 'meets', coverage: 1 } as const;

test('a goal is shown as it was appraised, and before that as its figures stand today', () => {
  const today = [{ goalId: 'quick', ...below }];
  expect(figuresOf('quick', { goals: { quick: meets } }, today)).toEqual(meets);
  expect(figuresOf('quick', { goals: {} }, today)).toMatchObject(below);
  expect(figuresOf('quick', null)).toBeUndefined();
  expect(figuresOf('safe', { goals: {} }, today)).toBeUndefined();
});
