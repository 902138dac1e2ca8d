import { expect, test } from 'vitest';
import { linkWords } from '../../../editor/goals/cascade/link-words.ts';
import { link } from '../../server/reports/goals/goal-lines.ts';

test('a link says whether it counts, with which share, and how it was judged', () => {
  expect(
    [link('x', { mode: 'aligned' }), link('x', { share: 0.5 }), link('x', { contribution: 2 })].map(
      linkWords,
    ),
  ).toEqual([
    'aligned only: it does not count in the score',
    'contributes with a share of 50%, contribution not judged',
    'contributes with a share of 100%, contribution 2 of 3',
  ]);
});
