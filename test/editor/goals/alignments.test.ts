import { describe, expect, test } from 'vitest';
import { goalsToServe, servedNow } from '../../../editor/goals/alignments.ts';
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
