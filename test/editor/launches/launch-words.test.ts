import { describe, expect, test } from 'vitest';
import { firstStages } from '../../../editor/launches/first-stages.ts';
import {
  besideWords,
  progressWords,
  whatHappens,
  whatIsMissing,
} from '../../../editor/launches/launch-words.ts';
import { kindOf, readJson, variableName, withVariable } from '../../../editor/launches/variables.ts';

test('a launch says how many plans start and where', () => {
  const told = 'Their first tasks open at once, and the people who have them are told.';
  expect(whatHappens(42, ['Prioritise goals'])).toBe(`42 plans start in “Prioritise goals”. ${told}`);
  expect(whatHappens(42, [], true)).toBe(`Up to 42 plans start. ${told}`);
  expect(whatHappens(1, ['Work', 'Checks'])).toBe(`1 plan starts in “Work” and “Checks”. ${told}`);
});

test('a launch says what is missing before it can begin', () => {
  expect([
    whatIsMissing({ cycleId: '', count: 42 }),
    whatIsMissing({ cycleId: 'loop', count: 0 }),
    whatIsMissing({ cycleId: 'loop', count: null }),
    whatIsMissing({ cycleId: 'loop', count: 1 }),
  ]).toEqual([
    'Choose a cycle first. Then you see here what will happen.',
    'No component is chosen yet, so nothing would start.',
    'The chosen components are being counted.',
    null,
  ]);
});

test('the progress of a launch names what is left and what failed', () => {
  const launch = {
    id: 'l',
    cycleId: 'loop',
    version: 1,
    period: { start: '2026-01-01', end: '2026-12-31' },
    variables: {},
    status: 'running' as const,
    total: 10,
    started: 6,
    failed: 1,
    skipped: 0,
    again: false,
    anonymity: 'anonymous' as const,
    createdAt: '',
    createdBy: '',
    finishedAt: null,
  };
  expect(progressWords(launch)).toBe('6 of 10 plans started, 1 could not start, 3 to go');
  expect(progressWords({ ...launch, status: 'done', started: 10, failed: 0 })).toBe('10 of 10 plans started');
  expect(progressWords({ ...launch, status: 'done', started: 7, skipped: 2 })).toBe(
    '7 of 10 plans started, 2 had one already, 1 could not start',
  );
});

test('a launch says beforehand what becomes of components that have a plan of the cycle', () => {
  expect(besideWords({ active: 0, again: false })).toBe(null);
  expect(besideWords({ active: 1, again: false })).toBe(
    '1 plan of this cycle is under way: its component is left as it is.',
  );
  expect(besideWords({ active: 12, again: true })).toBe(
    '12 plans of this cycle are under way: their components get another one beside it.',
  );
});

test('a plan begins in the initial stage, down through those that hold others', () => {
  const stages = {
    goals: { initial: 'prioritise-goals', stages: { 'prioritise-goals': {}, align: { name: 'Align' } } },
    both: {
      type: 'parallel' as const,
      stages: { a: { name: 'Work' }, b: { initial: 'c', stages: { c: {} } } },
    },
  };
  expect(firstStages({ initial: 'goals', stages })).toEqual(['Prioritise goals']);
  expect(firstStages({ initial: 'both', stages })).toEqual(['Work', 'C']);
  expect(firstStages({ initial: 'gone', stages })).toEqual([]);
});

describe('variables', () => {
  test('are named in words', () => {
    expect(['maxRounds', 'graded_by', 'returns'].map(variableName)).toEqual([
      'Max rounds',
      'Graded by',
      'Returns',
    ]);
  });
  test('get a field by what the cycle sets', () => {
    expect([3, 'team', false, null, ['a']].map(kindOf)).toEqual(['number', 'text', 'switch', 'json', 'json']);
  });
  test('are sent only while they differ from the cycle', () => {
    const changed = withVariable({ a: 1 }, { key: 'b', value: 2, own: 3 });
    expect(changed).toEqual({ a: 1, b: 2 });
    expect(withVariable(changed, { key: 'b', value: 3, own: 3 })).toEqual({ a: 1 });
  });
  test('may be any JSON, also null, but nothing else', () => {
    expect([readJson('null'), readJson('[1]'), readJson('[1')]).toEqual([
      { value: null },
      { value: [1] },
      null,
    ]);
  });
});
