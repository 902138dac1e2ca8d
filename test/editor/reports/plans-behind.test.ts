import { expect, test } from 'vitest';
import { countedWords } from '../../../editor/plans/shown-plans.ts';
import { outcomesBoard, resultBoards } from '../../../editor/reports/catalogue.ts';
import { plansBehind } from '../../../editor/reports/plans-behind.ts';
import { givenName } from '../../../editor/reports/row-names.ts';

const filter = { cycleId: 'okr', version: '2', under: 'dob', from: '2026-01-01', to: '2026-03-31' };

test('the plans behind a row are narrowed by all that the report is narrowed to', () => {
  const { cycleId: cycle, ...rest } = filter;
  expect(plansBehind({ owes: 'max' }, filter)).toEqual({ view: 'list', cycle, ...rest, owes: 'max' });
});

test('the part that a row stands for is narrower than that of the report', () => {
  expect(plansBehind({ under: 'permits', late: 'true' }, filter)).toMatchObject({
    under: 'permits',
    late: 'true',
  });
});

test('the days of feedback are not those on which plans began', () => {
  const { from, to } = plansBehind({ under: 'permits' }, filter, 'feedback');
  expect([from, to]).toEqual([undefined, undefined]);
});

test('each number of plans that came out, of ratings, of goals and of what was given leads to those behind it', () => {
  const leading = [outcomesBoard, ...resultBoards].map(({ board, columns }) => [
    board,
    columns.flatMap(({ key, drill }) => (drill ? [key] : [])),
  ]);
  expect(Object.fromEntries(leading)).toEqual({
    outcomes: ['exceeds', 'meets', 'below', 'notScored'],
    goals: ['exceeds', 'meets', 'below', 'notScored'],
    methods: ['exceeds', 'meets', 'below'],
    effects: ['given', 'followed', 'better', 'same', 'worse', 'unknown'],
    feedback: [],
  });
});

test('an intervention is called by its title and its cause, and by what the address says where it is no such list', () => {
  expect(givenName('["intervention","Training “A”","capability"]')).toBe('Training “A” (The capability)');
  expect(givenName('["reward","Bonus",null]')).toBe('Bonus');
  expect(givenName('["reward"]')).toBe('["reward"]');
  expect(givenName('Bonus')).toBe('Bonus');
});

test('where a plan has several of what a cell counts, both numbers are said', () => {
  expect(countedWords({ dimension: 'quality' }, 18, 36)).toBe('36 goals in 18 plans');
  expect(countedWords({ methods: 'meets', results: 'exceeds' }, 1, 2)).toBe('2 goals rated in 1 plan');
  expect(countedWords({ given: '["reward","Bonus",null]' }, 3, 4)).toBe('Given 4 times in 3 plans');
  expect(countedWords({ dimension: 'quality' }, 18, 18)).toBeNull();
  expect(countedWords({}, 18, undefined)).toBeNull();
});
