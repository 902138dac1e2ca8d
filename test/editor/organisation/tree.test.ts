import { expect, test } from 'vitest';
import {
  ancestorsOf,
  type Branch,
  idsWithin,
  isVacant,
  nameFits,
  search,
  toLines,
  toTree,
} from '../../../editor/organisation/tree.ts';
import { walk } from '../../../editor/organisation/walk.ts';
import type { Component } from '../../../engine/index.ts';

const item = (id: string, parentId: string | null, ownerId: string | null = 'ann'): Component => ({
  ...{ id, parentId, ownerId, name: id, kind: 'team' },
  ...{ managerId: null, zone: null, holidayRegion: null },
});
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
  expect(names(toLines(toTree(items), () => true))).toEqual([
    '1 city',
    '2 bins',
    '2 parks',
    '3 benches',
    '1 lost',
  ]);
});

test('a search keeps the way down to each find', () => {
  expect(names(toLines(search(toTree(items), nameFits('BENCH')), () => true))).toEqual([
    '1 city',
    '2 parks',
    '3 benches',
  ]);
  expect(search(toTree(items), nameFits('none'))).toEqual([]);
});

test('knows what a component is part of, from the top down', () => {
  expect(ancestorsOf(items, 'benches')).toEqual(['city', 'parks']);
  expect(
    ancestorsOf(
      [
        { id: 'a', parentId: 'b' },
        { id: 'b', parentId: 'a' },
      ],
      'a',
    ),
  ).toEqual(['a', 'b']);
});

test('arrow keys walk the lines, open, fold and go to the parent', () => {
  const open = new Set(['city']);
  const isOpen = ({ item: { id } }: Branch) => open.has(id);
  const lines = toLines(toTree(items), isOpen);
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
  const lines = toLines(toTree(items), () => true);
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

test('a post without an owner is vacant, and is found with the way to it', () => {
  const vacant = items.map((one) => (one.id === 'benches' ? { ...one, ownerId: null } : one));
  expect(names(toLines(search(toTree(vacant), isVacant), () => true))).toEqual([
    '1 city',
    '2 parks',
    '3 benches',
  ]);
});
