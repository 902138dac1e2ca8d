import { expect, test } from 'vitest';
import { columnsOf, toCascade, toMatrixRows } from '../../../../server/reports/goals/cascade.ts';
import { bookOf, goal, link } from './goal-lines.ts';

const goals = [
  goal('clean', 'city', { priority: 1, scoreMode: 'children' }),
  goal('safe', 'city', { priority: 9, scoreMode: 'children' }),
  goal('prune', 'parks', { alignments: [link('safe', { share: 0.25, contribution: 1 })] }),
  goal('arrive', 'fire', {
    alignments: [link('safe', { contribution: 3 }), link('clean', { mode: 'aligned' })],
  }),
  goal('paint', 'parks'),
];

test('goals stand under those that they serve, the greatest share first; orphans and hollow goals are told', () => {
  const lines = toCascade(bookOf(goals));
  expect(lines.map(({ goal: { id }, level, isOrphan, isHollow }) => [level, id, isOrphan, isHollow])).toEqual(
    [
      [1, 'safe', false, false],
      [2, 'arrive', false, false],
      [2, 'prune', false, false],
      [1, 'clean', false, true],
      [2, 'arrive', false, false],
      [1, 'paint', true, false],
    ],
  );
});

test('goals that serve each other in a circle are walked once', () => {
  const circle = [
    goal('top', 'city'),
    goal('a', 'parks', { alignments: [link('top'), link('b')] }),
    goal('b', 'parks', { alignments: [link('a')] }),
  ];
  expect(toCascade(bookOf(circle)).map(({ goal: { id } }) => id)).toEqual(['top', 'a', 'b']);
});

test('the matrix has the strongest link of each component to a goal', () => {
  const book = bookOf([
    ...goals,
    goal('rescue', 'fire', { alignments: [link('clean', { contribution: 2 })] }),
  ]);
  const rows = toMatrixRows(book);
  expect(columnsOf(rows, book).map(({ id }) => id)).toEqual(['fire', 'parks']);
  const cells = rows.map(({ goal: { id }, cells: own }) => [
    id,
    own.get('parks')?.contribution,
    own.get('fire')?.contribution,
  ]);
  expect(cells).toEqual([
    ['safe', 1, 3],
    ['clean', undefined, 2],
  ]);
});
