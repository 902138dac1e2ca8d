import { expect, test } from 'vitest';
import { nearest } from '../../../engine/index.ts';

test.each([
  ['gaurd', ['to', 'guard', 'do'], 'guard'],
  ['INITAIL', ['initial', 'internal'], 'initial'],
  ['roud', ['round', 'score'], 'round'],
  ['bonus', ['round', 'score'], null],
  ['x', ['n', 'y'], null],
  ['a'.repeat(1000), ['a'], null],
])('the word nearest to %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected);
});
