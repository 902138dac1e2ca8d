import { describe, expect, test } from 'vitest';
import {
  goalsToServe,
  isOverShared,
  linkTo,
  servedNow,
  shareLeft,
  withLink,
  withoutLink,
} from '../../../editor/goals/alignments.ts';
import type { Component, Goal } from '../../../engine/index.ts';

const component = (id: string, parentId: string | null): Component => ({
  id,
  kind: 'department',
  name: id,
  parentId,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
});
const goal = (id: string, componentId: string, change: Partial<Goal> = {}): Goal => ({
  id,
  componentId,
  version: 1,
  title: id,
  dimension: 'quality',
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0,
  alignments: [],
  status: 'open',
  ...change,
});
const serves = (parentGoalId: string, mode: 'aligned' | 'contributes' = 'aligned') => [
  { parentGoalId, mode, share: 2, contribution: 3 },
];
const components = [component('city', null), component('parks', 'city'), component('fire', 'city')];
const goals = [
  goal('prune', 'parks', { alignments: serves('safe'), priority: 1 }),
  goal('mow', 'parks', { priority: 3, dimension: null }),
  goal('arrive', 'fire', { alignments: serves('safe') }),
  goal('safe', 'city'),
];
describe('what a goal serves', () => {
  test('is chosen among the goals above, and those that it serves already', () => {
    const far = goal('far', 'elsewhere');
    const own = goal('prune', 'parks', { alignments: serves('far') });
    const found = goalsToServe('parks', { goals: [...goals, far], components, goal: own });
    expect(found.map(({ id }) => id)).toEqual(['safe', 'far']);
  });
  test('keeps share and judgement of the links that stay; a new one is only shown until somebody lets it count', () => {
    expect(servedNow(['safe', 'new'], serves('safe'))).toEqual([
      { parentGoalId: 'safe', mode: 'aligned', share: 2, contribution: 3 },
      { parentGoalId: 'new', mode: 'aligned', share: 1, contribution: null },
    ]);
    expect(servedNow([], serves('safe', 'contributes'))).toEqual([]);
  });
});

const share = (parentGoalId: string, part: number, mode: 'aligned' | 'contributes' = 'contributes') => ({
  ...{ parentGoalId, mode, share: part, contribution: null },
});

describe('the share of a link', () => {
  test.for([
    ['all of it where nothing else counts', [], 1],
    ['what others leave', [share('safe', 0.6), share('clean', 0.2)], 0.2],
    ['not less for what is only shown', [share('safe', 1, 'aligned')], 1],
    ['not less for the link itself', [share('new', 0.7)], 1],
    ['nothing of three thirds', [share('a', 1 / 3), share('b', 1 / 3), share('c', 1 / 3)], 0],
    ['nothing where others take more than there is', [share('safe', 1), share('clean', 1)], 0],
  ] as const)('is %s', ([, links, left]) => {
    expect(shareLeft(links, 'new')).toBe(left);
  });

  test('begins with what is left; where nothing is left the link is only shown', () => {
    expect(linkTo('new', [share('safe', 0.6)])).toEqual(share('new', 0.4));
    expect(linkTo('new', [share('safe', 1)])).toEqual(share('new', 0, 'aligned'));
  });

  test('is too much once all of them add up to more than 100 %', () => {
    const links = [share('safe', 0.6)];
    expect(isOverShared(links, share('new', 0.4))).toBe(false);
    expect(isOverShared(links, share('new', 0.41))).toBe(true);
    expect(isOverShared(links, share('new', 1, 'aligned'))).toBe(false);
  });
});

test('a link takes the place of the one to the same goal, or comes last; taken away, the others stay', () => {
  const links = [share('safe', 0.5), share('clean', 0.5)];
  expect(withLink(links, share('safe', 0.1))).toEqual([share('safe', 0.1), share('clean', 0.5)]);
  expect(withLink(links, share('new', 0)).at(-1)).toEqual(share('new', 0));
  expect(withoutLink(links, 'safe')).toEqual([share('clean', 0.5)]);
});
