import { expect, test } from 'vitest';
import { toCascade, toMatrix } from '../../../editor/goals/cascade/cascade.ts';
import { linkWords } from '../../../editor/goals/cascade/link-words.ts';
import { type Component, type Goal, goalDefaults } from '../../../engine/index.ts';

type Link = Goal['alignments'][number];
const link = (parentGoalId: string, given: Partial<Link> = {}): Link => ({
  ...{ parentGoalId, mode: 'contributes', share: 1, contribution: null },
  ...given,
});
const goal = (id: string, componentId: string, given: Partial<Goal> = {}): Goal => ({
  ...{ ...goalDefaults, id, componentId, title: id },
  ...given,
});
const place = (id: string, parentId: string | null): Component => ({
  ...{ id, parentId, kind: 'team', name: id, ownerId: null, managerId: null },
  ...{ zone: null, holidayRegion: null },
});
const components = [place('city', null), place('parks', 'city'), place('fire', 'city')];
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
  const lines = toCascade(goals, components);
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
  expect(toCascade(circle, components).map(({ goal: { id } }) => id)).toEqual(['top', 'a', 'b']);
});

test('the matrix has the strongest link of each component to a goal', () => {
  const more = [...goals, goal('rescue', 'fire', { alignments: [link('clean', { contribution: 2 })] })];
  const { rows, columns } = toMatrix(more, components);
  expect(columns.map(({ id }) => id)).toEqual(['parks', 'fire']);
  const cells = rows.map(({ goal: { id }, cells }) => [
    id,
    cells.get('parks')?.contribution,
    cells.get('fire')?.contribution,
  ]);
  expect(cells).toEqual([
    ['clean', undefined, 2],
    ['safe', 1, 3],
  ]);
});

test('a link says whether it counts, with which share, and how it was judged', () => {
  expect(
    [link('x', { mode: 'aligned' }), link('x', { share: 0.5 }), link('x', { contribution: 2 })].map(
      linkWords,
    ),
  ).toEqual([
    'aligned only: it does not count in the score',
    'contributes with a share of 50 %, contribution not judged',
    'contributes with a share of 100 %, contribution 2 of 3',
  ]);
});
