import { expect, test } from 'vitest';
import {
  type MatrixPage,
  mayLinkIn,
  mostColumns,
  toTable,
} from '../../../editor/goals/cascade/matrix-table.ts';

const pageOf = (goal: string, from: number, count: number): MatrixPage => {
  const columns = Array.from({ length: count }, (_, index) => ({
    id: `c${from + index}`,
    name: `Component ${from + index}`,
    above: ['whole'],
    mayChange: false,
    judgesReader: false,
  }));
  const link = { parentGoalId: 'g', mode: 'contributes' as const, share: 1, contribution: 2 };
  const cells = columns.map(({ id }) => ({ componentId: id, link }));
  return {
    items: [{ goal: { id: goal, title: goal }, componentId: 'whole', cells }],
    columns,
    nextCursor: null,
  };
};
const shown = (pages: MatrixPage[], from: number) => {
  const { columns, start, end, count } = toTable(pages, from);
  return [start, end, count, columns[0]?.id, columns.at(-1)?.id];
};

test('every component has a column on one of the turns, and none on two', () => {
  const pages = [pageOf('g1', 0, 60), pageOf('g2', 50, 40)];
  const seen: string[] = [];
  for (let from = 0; from < 90; from += mostColumns)
    seen.push(...toTable(pages, from).columns.map(({ id }) => id));
  expect(seen).toEqual(Array.from({ length: 90 }, (_, index) => `c${index}`));
});

test('before the first and behind the last column there is nothing to turn to', () => {
  const pages = [pageOf('g1', 0, 90)];
  expect(shown(pages, -40)).toEqual([0, 40, 90, 'c0', 'c39']);
  expect(shown(pages, 40)).toEqual([40, 80, 90, 'c40', 'c79']);
  expect(shown(pages, 90)).toEqual([80, 90, 90, 'c80', 'c89']);
  expect(shown([pageOf('g1', 0, 80)], 80)).toEqual([40, 80, 80, 'c40', 'c79']);
  expect(shown([pageOf('g1', 0, 0)], 40)).toEqual([0, 0, 0, undefined, undefined]);
});

test('an empty cell offers a link where its component is below that of the row, to who may change its goals', () => {
  const row = { componentId: 'whole' };
  const column = { above: ['whole', 'part'], mayChange: true };
  expect(mayLinkIn(row, column)).toBe(true);
  expect(mayLinkIn({ componentId: 'beside' }, column)).toBe(false);
  expect(mayLinkIn(row, { ...column, mayChange: false })).toBe(false);
});
