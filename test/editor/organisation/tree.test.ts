import { expect, test } from 'vitest';
import type { ComponentLine } from '../../../editor/app/api/wire.ts';
import { type Branch, idsWithin, isVacant, toLines, toTree } from '../../../editor/organisation/tree.ts';
import { walk } from '../../../editor/organisation/walk.ts';

const item = (id: string, parentId: string | null, parts = 0): ComponentLine => ({
  ...{ id, parentId, parts, ownerId: 'ann', name: id, kind: 'team' },
  ...{ managerId: null, zone: null, holidayRegion: null, standing: null, withheld: false },
  ...{ parentName: null, ownerName: 'Ann', managerName: null, secondManagerName: null },
});
const whole = { isWhole: true };
const items = [
  item('city', null),
  item('parks', 'city'),
  item('benches', 'parks'),
  item('bins', 'city'),
  item('lost', 'gone'),
];
const names = (lines: ReturnType<typeof toLines>) =>
  lines.map(({ item: { name }, level }) => `${level} ${name}`);

test('builds the tree by name; what hangs on an unseen component stands at the top', () => {
  expect(names(toLines(toTree(items, whole), () => true))).toEqual([
    '1 city',
    '2 bins',
    '2 parks',
    '3 benches',
    '1 lost',
  ]);
});

test('a branch that was not read yet has something to open, and nothing to go to', () => {
  const read = [item('city', null, 2), item('parks', 'city', 1), item('bins', 'city')];
  const lines = toLines(toTree(read, { isWhole: false }), () => true);
  expect(lines.map(({ item: { id }, hasParts }) => [id, hasParts])).toEqual([
    ['city', true],
    ['bins', false],
    ['parks', true],
  ]);
  const at = (index: number, open: boolean) => ({ lines, index, isOpen: () => open });
  expect(walk('ArrowRight', at(2, false))).toEqual({ to: 2, toggle: true });
  expect(walk('ArrowRight', at(2, true))).toEqual({ to: 2, toggle: false });
});

test('what a search found is opened as far as it goes, however many parts there are', () => {
  const found = [item('city', null, 9), item('parks', 'city', 4)];
  expect(toLines(toTree(found, whole), () => true).map(({ hasParts }) => hasParts)).toEqual([true, false]);
});

test('arrow keys walk the lines, open, fold and go to the parent', () => {
  const open = new Set(['city']);
  const isOpen = ({ item: { id } }: Branch) => open.has(id);
  const lines = toLines(toTree(items, whole), isOpen);
  const at = (index: number) => ({ lines, index, isOpen });
  expect(walk('ArrowDown', at(0))).toEqual({ to: 1, toggle: false });
  expect(walk('ArrowUp', at(0))).toEqual({ to: 0, toggle: false });
  expect(walk('ArrowRight', at(0))).toEqual({ to: 1, toggle: false });
  expect(walk('ArrowRight', at(2))).toEqual({ to: 2, toggle: true });
  expect(walk('ArrowLeft', at(2))).toEqual({ to: 0, toggle: false });
  expect(walk('ArrowLeft', at(0))).toEqual({ to: 0, toggle: true });
  expect(walk('End', at(0))).toEqual({ to: 3, toggle: false });
  expect(walk('x', at(0))).toBeNull();
});

test('a letter goes to the next line that begins with it, round the end', () => {
  const lines = toLines(toTree(items, whole), () => true);
  const from = (index: number) => walk('b', { lines, index, isOpen: () => true })?.to;
  expect([from(0), from(1), from(3)]).toEqual([1, 3, 1]);
});

test('a component may go anywhere but into itself and what is below it', () => {
  expect([...idsWithin(items, 'parks')]).toEqual(['parks', 'benches']);
  const circle = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  expect([...idsWithin(circle, 'a')]).toEqual(['a', 'b']);
});

test('a post without an owner is vacant', () => {
  expect([isVacant({ ownerId: null }), isVacant({ ownerId: 'ann' })]).toEqual([true, false]);
});
