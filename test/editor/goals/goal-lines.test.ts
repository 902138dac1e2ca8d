import { describe, expect, test } from 'vitest';
import { goalsToServe, servedNow } from '../../../editor/goals/alignments.ts';
import { filterGroups, toGoalGroups } from '../../../editor/goals/goal-lines.ts';
import type { Component, Goal, Measure } from '../../../engine/index.ts';

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
const measure = (id: string, goalId: string, standards: Measure['standards']): Measure => ({
  id,
  goalId,
  version: 1,
  title: id,
  kind: 'number',
  unit: 'days',
  direction: 'decrease',
  timeAggregation: 'last',
  standards,
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'manual',
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
const measures = [
  measure('waiting', 'prune', { kind: 'points', meets: 12 }),
  measure('response', 'arrive', null),
];
const groups = toGoalGroups({ goals, measures, components });
const told = (some = groups) =>
  some.map((group) => [group.name, ...group.lines.map((line) => line.goal.id)].join(' '));

describe('the goals screen', () => {
  test('groups goals by component in the order of the tree, those that count most first', () => {
    expect(told()).toEqual(['city safe', 'fire arrive', 'parks mow prune']);
    expect(groups[2]?.path).toEqual(['city']);
    expect(groups[2]?.lines.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });
  test('remarks on orphans, hollow goals and those without a standard or a dimension', () => {
    const remarks = groups.flatMap(({ lines }) => lines.map((line) => [line.goal.id, ...line.remarks]));
    expect(remarks).toEqual([
      ['safe'],
      ['arrive', 'No standard yet'],
      ['mow', 'Hollow: nothing measures it', 'Orphan: serves no goal above', 'No dimension'],
      ['prune'],
    ]);
  });
  test('names the goals that a goal serves', () => {
    expect(groups[2]?.lines[1]?.serves).toEqual(['safe']);
  });
  test('is searched in goals, measures and components, and leaves out what is empty', () => {
    expect(told(filterGroups(groups, { q: 'wait' }))).toEqual(['parks prune']);
    expect(told(filterGroups(groups, { q: 'FIRE' }))).toEqual(['fire arrive']);
    expect(told(filterGroups(groups, { show: 'remarks' }))).toEqual(['fire arrive', 'parks mow']);
    expect(told(filterGroups(groups, { dimension: 'quality', q: 'parks' }))).toEqual(['parks prune']);
    expect(filterGroups(groups, { dimension: 'cost' })).toEqual([]);
  });
});

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
