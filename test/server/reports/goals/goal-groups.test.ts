import { expect, test } from 'vitest';
import { type GoalFilter, toGoalGroups } from '../../../../server/reports/goals/goal-groups.ts';
import { bookOf, goal, link } from './goal-lines.ts';

const aligned = [link('safe', { mode: 'aligned' })];
const measured = (titles: string, withoutStandard = 0) => ({
  measures: { count: 1, withoutStandard, titles },
});
const none = { measures: { count: 0, withoutStandard: 0, titles: '' } };
const quality = { dimension: 'quality' } as const;
const book = bookOf([
  goal('prune', 'parks', { ...quality, ...measured('waiting'), alignments: aligned, priority: 1 }),
  goal('mow', 'parks', { ...none, priority: 3, dimension: null }),
  goal('arrive', 'fire', { ...quality, ...measured('response', 1), alignments: aligned }),
  goal('safe', 'city', { ...quality, ...none }),
]);
const groups = (filter: Partial<GoalFilter> = {}) => toGoalGroups(book, { withRemarks: false, ...filter });
const told = (filter: Partial<GoalFilter> = {}) =>
  groups(filter).map((group) => [group.name, ...group.lines.map((line) => line.goal.id)].join(' '));

test('goals stand by component in the order of the tree, those that count most first', () => {
  expect(told()).toEqual(['city safe', 'fire arrive', 'parks mow prune']);
  expect(groups()[2]?.path).toEqual(['city']);
  expect(groups()[2]?.lines.map(({ share }) => share)).toEqual([0.75, 0.25]);
});

test('a goal that was met keeps its share of the plan, and one that was stopped has none', () => {
  const plan = bookOf([
    goal('a', 'parks', { priority: 60 }),
    goal('b', 'parks', { priority: 40 }),
    goal('met', 'parks', { priority: 25, status: 'met' }),
    goal('stopped', 'parks', { priority: 30, status: 'stopped' }),
  ]);
  const [parks] = toGoalGroups(plan, { withRemarks: false });
  expect(parks?.lines.map(({ goal: { id }, share }) => [id, share])).toEqual([
    ['a', 0.48],
    ['b', 0.32],
    ['stopped', 0],
    ['met', 0.2],
  ]);
});

test('orphans, hollow goals and those without a standard or a dimension have a remark', () => {
  const remarks = groups().flatMap(({ lines }) => lines.map((line) => [line.goal.id, ...line.remarks]));
  expect(remarks).toEqual([
    ['safe'],
    ['arrive', 'no-standard'],
    ['mow', 'hollow', 'orphan', 'no-dimension'],
    ['prune'],
  ]);
});

test('goals, measures and components are searched however they are written, and what is empty is left out', () => {
  expect(told({ q: 'wait' })).toEqual(['parks prune']);
  expect(told({ q: 'FÍRE' })).toEqual(['fire arrive']);
  expect(told({ withRemarks: true })).toEqual(['fire arrive', 'parks mow']);
  expect(told({ dimension: 'quality', q: 'parks' })).toEqual(['parks prune']);
  expect(told({ dimension: 'cost' })).toEqual([]);
});
