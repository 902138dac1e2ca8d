import { expect, test } from 'vitest';
import {
  answerFor,
  emptyMapping,
  pointerFor,
  pointerForPlan,
  valueAt,
  withAnswer,
} from '../../../editor/migrate/edit-mapping.ts';
import { mappingRows, namesOf } from '../../../editor/migrate/mapping-rows.ts';
import { goingWords, progressOf } from '../../../editor/migrate/state-words.ts';
import { migrationMappingSchema, renameInCycle } from '../../../engine/index.ts';
import { smallCycle } from '../document/fixture.ts';

test('between versions with the same names there is nothing to map', () => {
  expect(mappingRows(smallCycle, smallCycle)).toEqual([]);
});

test('what is gone under its name is asked for, with what it seems to be now', () => {
  const renamed = renameInCycle(smallCycle, {
    stages: new Map([['watch', 'follow']]),
    tasks: new Map([['agree-plan', 'sign-plan']]),
  });
  const rows = mappingRows(smallCycle, renamed);
  expect(rows.map(({ kind, id, name, suggestion }) => [kind, id, name, suggestion?.to])).toEqual([
    ['stages', 'watch', 'Watch', 'follow'],
    ['tasks', 'agree-plan', 'Agree the plan', 'sign-plan'],
    ['timers', 'watch.0', 'Watch, after 1 month', undefined],
  ]);
  expect(rows[0]?.suggestion?.likeness).toBeGreaterThan(0.5);
});

test('a history stage is no place where a plan can go', () => {
  expect(namesOf(smallCycle).stages.map(({ id }) => id)).toEqual([
    'plan',
    'observe',
    'watch',
    'look',
    'done',
  ]);
});

test('answers make a mapping document, and are taken away again', () => {
  const stage = withAnswer(emptyMapping, pointerFor('stages', 'watch'), 'look');
  const task = withAnswer(stage, pointerFor('tasks', 'agree-plan'), null);
  const both = withAnswer(task, '/added/tasks', 'leave');
  expect(migrationMappingSchema.parse(both)).toEqual({
    schema: 'migration/1',
    stages: { watch: 'look' },
    tasks: { 'agree-plan': null },
    added: { tasks: 'leave' },
  });
  expect(answerFor(both, 'stages', 'watch')).toBe('look');
  expect(answerFor(both, 'tasks', 'agree-plan')).toBeNull();
  expect(answerFor(both, 'timers', 'watch.0')).toBeUndefined();
  expect(withAnswer(both, pointerFor('stages', 'watch'), undefined).stages).toEqual({});
});

test('a decision is for all plans, or for one', () => {
  const at = pointerForPlan('pln_1', pointerFor('stages', 'watch'));
  const decided = withAnswer(emptyMapping, at, 'look');
  expect(decided).toEqual({ schema: 'migration/1', plans: { pln_1: { stages: { watch: 'look' } } } });
  expect(valueAt(decided, at)).toBe('look');
  expect(valueAt(decided, pointerFor('stages', 'watch'))).toBeUndefined();
});

test('a name with a slash is one step of a pointer', () => {
  const at = pointerFor('timers', 'a/b~c');
  expect(valueAt(withAnswer(emptyMapping, at, 'x'), at)).toBe('x');
});

const counts = {
  waiting: 0,
  unchanged: 0,
  moved: 0,
  'needs-decision': 0,
  blocked: 0,
  left: 0,
  gone: 0,
  failed: 0,
  undone: 0,
  kept: 0,
};

test('it is told how many go and how many stay', () => {
  expect(goingWords({ ...counts, unchanged: 3, moved: 1 }, 2)).toBe('4 plans go to version 2.');
  expect(goingWords({ ...counts, moved: 1, blocked: 1 }, 2)).toBe('1 plan goes to version 2; 1 stays.');
});

test('progress counts plans, there and back', () => {
  const running = { total: 4, counts: { ...counts, waiting: 1, moved: 3 }, status: 'running' as const };
  expect(progressOf(running)).toBe(75);
  const undoing = { total: 4, counts: { ...counts, moved: 4, undone: 1 }, status: 'undoing' as const };
  expect(progressOf(undoing)).toBe(25);
  expect(progressOf({ total: 0, counts, status: 'running' })).toBe(100);
});
