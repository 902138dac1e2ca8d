import { expect, test } from 'vitest';
import type { Task } from '../../../editor/app/api/wire.ts';
import {
  countsOf,
  type InboxSearch,
  inView,
  neighbour,
  readView,
  successor,
  toOffered,
  toSearch,
  toSections,
} from '../../../editor/inbox/sort-tasks.ts';

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
  unplaced: false,
  state: 'open',
  openedAt: '2026-11-01T00:00:00.000Z',
  dueAt,
  dueSoonAt: null,
  dueZone: 'UTC',
  snoozedUntil: null,
  snoozedAfter: null,
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
const now = '2026-11-24T10:00:00.000Z';
const shown = (search: InboxSearch, of = tasks) => inView(of, readView(search), now).map(({ id }) => id);
const ids = (q: string) =>
  toSections(tasks, readView({ q }), now).map((section) => [section.id, section.tasks.map(({ id }) => id)]);

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

test('keeps what is put off out of sight until its instant, and shows it where that is asked for', () => {
  const until = (snoozedUntil: string) => ({ ...task('off', '2026-11-25T09:00:00.000Z'), snoozedUntil });
  expect(shown({}, [until('2026-11-24T10:00:00.001Z')])).toEqual([]);
  expect(shown({ tab: 'snoozed' }, [until('2026-11-24T10:00:00.001Z')])).toEqual(['off']);
  expect(shown({}, [until(now)])).toEqual(['off']);
});

test('shows one section, one cycle, or the newest first, as its address says', () => {
  expect(shown({ due: 'late' })).toEqual(['late']);
  expect(shown({ cycle: 'another' })).toEqual([]);
  const newer = { ...task('newer', '2028-01-01T09:00:00.000Z'), openedAt: '2026-11-20T00:00:00.000Z' };
  expect(shown({ sort: 'newest' }, [...tasks, newer])[0]).toBe('newer');
});

test('groups by component', () => {
  const other = { ...task('roof', null), componentName: 'Archive' };
  const sections = toSections([...tasks, other], readView({ group: 'component' }), now);
  expect(sections.map(({ name, tasks: some }) => [name, some.length])).toEqual([
    ['Archive', 1],
    ['Buildings', 5],
  ]);
});

test('says a view in its address and reads it back', () => {
  const search = {
    tab: 'done',
    q: 'goal',
    for: 'others',
    due: 'late',
    cycle: 'loop',
    sort: 'newest',
    group: 'stage',
  };
  expect(toSearch(readView(search))).toEqual(search);
  expect(toSearch(readView({}))).toEqual({});
});

test('what takes the place of a task is the next that is left, and at the end the one before', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => task(id, null));
  const before = [a!, b!, c!, d!];
  expect(successor(before, 'b', [a!, c!, d!])?.id).toBe('c');
  expect(successor(before, 'b', [a!, d!])?.id).toBe('d');
  expect(successor(before, 'd', [a!, b!])?.id).toBe('b');
  expect(successor(before, 'd', [])).toBeUndefined();
  expect(successor([], 'gone', [c!])?.id).toBe('c');
});

test('what nobody has taken yet is a section of its own, narrowed like the rest, and none without tasks', () => {
  const offered = [
    task('late', '2026-11-01T00:00:00.000Z', 'Decide the dispute'),
    task('none', null, 'Release'),
  ];
  const ids = (search: InboxSearch) =>
    toOffered(offered, readView(search), '2026-11-26T12:00:00.000Z').map(({ name, tasks }) => [
      name,
      ...tasks.map(({ id }) => id),
    ]);
  expect(ids({})).toEqual([['Not taken yet', 'late', 'none']]);
  expect(ids({ q: 'dispute' })).toEqual([['Not taken yet', 'late']]);
  expect(ids({ q: 'nothing' })).toEqual([]);
  offered.push({ ...task('vacant', null, 'Agree on the plan'), unplaced: true });
  expect(ids({})).toEqual([
    ['Not taken yet', 'late', 'none'],
    ['Nobody to work it', 'vacant'],
  ]);
});

test('what nobody has taken yet and was put off stands under what is snoozed until it comes back', () => {
  const now = '2026-11-26T12:00:00.000Z';
  const offered = [{ ...task('later', null), snoozedUntil: '2026-11-27T09:00:00.000Z' }, task('now', null)];
  const shown = (search: InboxSearch, at: string) =>
    toOffered(offered, readView(search), at).flatMap(({ tasks }) => tasks.map(({ id }) => id));
  expect(shown({}, now)).toEqual(['now']);
  expect(shown({ tab: 'snoozed' }, now)).toEqual(['later']);
  expect(shown({ tab: 'snoozed' }, '2026-11-27T10:00:00.000Z')).toEqual([]);
  expect(countsOf([task('own', null)], offered, now)).toEqual({ todo: 1, snoozed: 1, forOthers: 0 });
});
