import { describe, expect, test } from 'vitest';
import { type Cycle, type DecisionTable, tryTable } from '../../../engine/index.ts';

const table: DecisionTable = {
  kind: 'table',
  inputs: [
    { label: 'Score', expression: 'score' },
    { label: 'Since', expression: 'today', type: 'date' },
  ],
  outputs: [{ type: 'string' }],
  rules: [
    { when: ['< limit', '-'], give: ['"low"'] },
    { when: ['>= limit', '< date("2026-07-01")'], give: ['"early"'] },
    { when: ['>= limit', '-'], give: ['"high"'] },
  ],
};
const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'tried',
  name: 'Tried',
  variables: { limit: 100 },
  initial: 'done',
  stages: { done: { type: 'final' } },
  decisions: { level: { logic: table } },
};

describe('a table that is tried', () => {
  test('says which rule matches the values and what it gives', () => {
    expect(tryTable(cycle, 'level', table, ['99', ''])).toEqual({
      kind: 'taken',
      rows: [0],
      value: 'low',
      problems: [],
    });
    expect(tryTable(cycle, 'level', { ...table, hit: 'F' }, ['120', 'date("2026-03-01")'])).toMatchObject({
      rows: [1],
      value: 'early',
    });
  });
  test('tells of two rules where only one may match', () => {
    const tried = tryTable(cycle, 'level', table, ['120', 'date("2026-03-01")']);
    expect(tried).toMatchObject({ kind: 'taken', rows: [1, 2], value: 'null' });
    expect(tried.kind === 'taken' && tried.problems).not.toEqual([]);
  });
  test('refuses what is no value and says which it is', () => {
    expect(tryTable(cycle, 'level', table, ['score', ''])).toMatchObject({ kind: 'refused', input: 0 });
    expect(tryTable(cycle, 'level', table, ['1', '"'])).toMatchObject({ kind: 'refused', input: 1 });
  });
  test('is not asked while it cannot be read', () => {
    const broken = { ...table, rules: [{ when: ['< ', '-'], give: ['"x"'] }] };
    expect(tryTable(cycle, 'level', broken, ['1', ''])).toMatchObject({ kind: 'refused', input: null });
  });
});
