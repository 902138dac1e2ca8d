import { expect, test } from 'vitest';
import type { Task } from '../../../editor/app/api/wire.ts';
import { neighbour, toSections } from '../../../editor/inbox/sort-tasks.ts';

const task = (id: string, dueAt: string | null, title = id): Task => ({
  id,
  planId: 'p',
  componentId: 'c',
  componentName: 'Buildings',
  cycleId: 'loop',
  cycleVersion: 1,
  stage: 'plan',
  stageName: 'Plan',
  stageKind: 'plan',
  key: id,
  title,
  description: null,
  form: 'feedback',
  assignee: null,
  relation: 'manager',
  state: 'open',
  openedAt: '2026-11-01T00:00:00.000Z',
  dueAt,
  overdue: false,
  completedAt: null,
  completedBy: null,
  result: null,
  why: '',
  onBehalfOf: null,
  awayUntil: null,
  completions: { done: 0, needed: 1 },
  promise: null,
});
const tasks = [
  task('later', '2027-01-01T09:00:00.000Z'),
  task('none', null),
  task('late', '2026-11-20T09:00:00.000Z'),
  task('today', '2026-11-24T18:00:00.000Z'),
  task('later-too', '2026-12-30T09:00:00.000Z'),
];
const ids = (text: string) =>
  toSections(tasks, { now: '2026-11-24T10:00:00.000Z', zone: 'UTC', text }).map((section) => [
    section.id,
    section.tasks.map(({ id }) => id),
  ]);

test('puts late tasks first and what has no date last', () => {
  expect(ids('')).toEqual([
    ['late', ['late']],
    ['today', ['today']],
    ['later', ['later-too', 'later', 'none']],
  ]);
});

test('finds tasks by every word of the search', () => {
  expect(ids('buildings TOO')).toEqual([['later', ['later-too']]]);
  expect(ids('nothing such')).toEqual([]);
});

test('walks to the neighbour and stays at the ends', () => {
  expect(neighbour(tasks, 'none', 1)?.id).toBe('late');
  expect(neighbour(tasks, 'later', -1)?.id).toBe('later');
  expect(neighbour(tasks, 'gone', 1)?.id).toBe('later');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});
