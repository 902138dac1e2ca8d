import { describe, expect, test } from 'vitest';
import {
  cellAtPlace,
  cellPlace,
  cellText,
  columnsOf,
  insertColumn,
  insertRule,
  moveColumn,
  moveRule,
  removeColumn,
  removeRules,
  withBlock,
  withCell,
} from '../../../../editor/document/decisions/edit-table.ts';
import type { DecisionTable } from '../../../../engine/index.ts';

const table: DecisionTable = {
  kind: 'table',
  inputs: [
    { label: 'Results', expression: 'outcome' },
    { label: 'Score', expression: 'score', type: 'number' },
  ],
  outputs: [{ type: 'string' }],
  annotations: ['Why'],
  rules: [
    { when: ['"below"', '-'], give: ['"intervene"'], notes: ['first'] },
    { when: ['"meets"', '> 100'], give: ['"reward"'] },
  ],
};
const rows = ({ rules }: DecisionTable) =>
  rules.map(({ when, give, notes }) => [...when, ...give, notes?.[0] ?? '']);

describe('a cell', () => {
  test('is found by its place in the grid and by its JSON Pointer alike', () => {
    const places = table.rules.flatMap((_, row) => columnsOf(table).map((__, column) => ({ row, column })));
    for (const at of places) expect(cellAtPlace(table, cellPlace(table, at))).toEqual(at);
    expect(cellPlace(table, { row: 1, column: 2 })).toBe('/rules/1/give/0');
    expect(cellAtPlace(table, '/rules/1')).toEqual({ row: 1, column: 0 });
    expect(cellAtPlace(table, '/inputs/0/type')).toBeNull();
  });
  test('is written without touching the others', () => {
    const next = withCell(table, { row: 1, column: 0 }, '"exceeds"');
    expect(rows(next)).toEqual([
      ['"below"', '-', '"intervene"', 'first'],
      ['"exceeds"', '> 100', '"reward"', ''],
    ]);
    expect(cellText(next, { row: 1, column: 0 })).toBe('"exceeds"');
    expect(next.rules[0]).toBe(table.rules[0]);
  });
  test('of a note that is emptied leaves no notes behind', () => {
    expect(withCell(table, { row: 0, column: 3 }, '').rules[0]).toEqual({
      when: ['"below"', '-'],
      give: ['"intervene"'],
    });
  });
});

describe('a pasted block', () => {
  test('adds rules where it reaches below, and leaves what is too wide', () => {
    const next = withBlock(table, { row: 1, column: 2 }, [
      ['"a"', 'why a', 'too wide'],
      ['"b"', 'why b'],
    ]);
    expect(rows(next)).toEqual([
      ['"below"', '-', '"intervene"', 'first'],
      ['"meets"', '> 100', '"a"', 'why a'],
      ['-', '-', '"b"', 'why b'],
    ]);
  });
});

describe('rules', () => {
  test('are put in, moved and taken out where it is said', () => {
    expect(rows(insertRule(table, 1)).map(([first]) => first)).toEqual(['"below"', '-', '"meets"']);
    expect(rows(moveRule(table, 1, 0)).map(([first]) => first)).toEqual(['"meets"', '"below"']);
    expect(moveRule(table, 0, -1)).toBe(table);
    expect(rows(removeRules(table, 0))).toHaveLength(1);
  });
});

describe('columns', () => {
  test('come with a cell in every rule', () => {
    const next = insertColumn(table, { kind: 'input', index: 1 });
    expect(next.inputs.map(({ expression }) => expression)).toEqual(['outcome', 'score', 'score']);
    expect(next.rules.map(({ when }) => when)).toEqual([
      ['"below"', '-', '-'],
      ['"meets"', '-', '> 100'],
    ]);
  });
  test('of outputs get names as soon as there are several', () => {
    const next = insertColumn(table, { kind: 'output', index: 1 });
    expect(next.outputs.map(({ name }) => name)).toEqual(['value 1', 'value 2']);
  });
  test('move with their cells and go with them', () => {
    const moved = moveColumn(table, { kind: 'input', index: 0 }, 1);
    expect(moved.rules[1]?.when).toEqual(['> 100', '"meets"']);
    expect(moved.inputs[0]?.expression).toBe('score');
    const without = removeColumn(table, { kind: 'note', index: 0 });
    expect(without).not.toHaveProperty('annotations');
    expect(without.rules[0]).not.toHaveProperty('notes');
  });
  test('of the only output stay', () => {
    expect(removeColumn(table, { kind: 'output', index: 0 })).toBe(table);
  });
});
