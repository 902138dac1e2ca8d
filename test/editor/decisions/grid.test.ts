import { describe, expect, test } from 'vitest';
import { columnFacts, toLiteral, typedAs } from '../../../editor/decisions/column-facts.ts';
import { gridAct } from '../../../editor/decisions/grid-keys.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const size = { rows: 3, columns: 2 };
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, with_: Partial<typeof plain> = {}, at = { row: 1, column: 1 }) =>
  gridAct({ key, ...plain, ...with_ }, at, size);

describe('the keys of a grid', () => {
  test('walk as in a spreadsheet and stop at its borders', () => {
    expect(press('ArrowUp')).toEqual({ type: 'go', to: { row: 0, column: 1 }, extend: false });
    expect(press('ArrowRight')).toEqual({ type: 'go', to: { row: 1, column: 1 }, extend: false });
    expect(press('ArrowDown', { ctrlKey: true })).toMatchObject({ to: { row: 2, column: 1 } });
    expect(press('Home', { ctrlKey: true })).toMatchObject({ to: { row: 0, column: 0 } });
    expect(press('ArrowLeft', { shiftKey: true })).toMatchObject({ to: { row: 1, column: 0 }, extend: true });
  });
  test('follow the lines with Tab, and leave the grid past its ends', () => {
    expect(press('Tab')).toMatchObject({ to: { row: 2, column: 0 } });
    expect(press('Tab', { shiftKey: true }, { row: 0, column: 0 })).toBeNull();
    expect(press('Tab', {}, { row: 2, column: 1 })).toBeNull();
  });
  test('begin to type over a cell, or in it', () => {
    expect(press('x')).toEqual({ type: 'edit', over: 'x' });
    expect(press('Enter')).toEqual({ type: 'edit', over: null });
    expect(press('c', { ctrlKey: true })).toBeNull();
    expect(press('Shift', { shiftKey: true })).toBeNull();
  });
  test('add, move and remove rules', () => {
    expect(press('Enter', { ctrlKey: true })).toEqual({ type: 'add-rule' });
    expect(press('ArrowUp', { altKey: true })).toEqual({ type: 'move-rule', by: -1 });
    expect(press('Delete', { metaKey: true })).toEqual({ type: 'remove-rules' });
    expect(press('Delete')).toEqual({ type: 'clear' });
  });
});

describe('what is typed into a column', () => {
  test('becomes FEEL of its type', () => {
    expect(toLiteral('below', 'string')).toBe('"below"');
    expect(toLiteral('"below"', 'string')).toBe('"below"');
    expect(toLiteral('say "no"', 'string')).toBe('"say \\"no\\""');
    expect(toLiteral('12', 'number')).toBe('12');
    expect(toLiteral('2026-01-31', 'date')).toBe('date("2026-01-31")');
    expect(toLiteral('P10D', 'days and time duration')).toBe('duration("P10D")');
    expect(toLiteral(' ', 'date')).toBe('');
    expect(typedAs('below')).toBe('below');
    expect(typedAs(12)).toBe('12');
  });
  test('is chosen from the values that its type allows', () => {
    const facts = columnFacts(readCycle('organisation-loop.cycle.json'), 'consequence');
    expect(facts.inputs.map(({ choices }) => choices)).toEqual([
      ['"below"', '"meets"', '"exceeds"'],
      ['"below"', '"meets"', '"exceeds"'],
    ]);
    expect(facts.outputs[0]?.choices).toContain('"reward"');
  });
});
