import { expect, test } from 'vitest';
import type { RollUpItem } from '../../../editor/app/api/wire.ts';
import { ancestorsOf, search, toLines, toTree } from '../../../editor/organisation/tree.ts';
import { walk } from '../../../editor/organisation/walk.ts';

const item = (componentId: string, parentId: string | null): RollUpItem => ({
  componentId,
  parentId,
  name: componentId,
  kind: 'team',
  score: null,
  outcome: null,
  reason: null,
  coverage: 0,
  measures: { below: 0, meets: 0, exceeds: 0, notScored: 0 },
  planId: null,
  stage: [],
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
  expect(names(toLines(search(toTree(items), 'BENCH'), () => true))).toEqual([
    '1 city',
    '2 parks',
    '3 benches',
  ]);
  expect(search(toTree(items), 'none')).toEqual([]);
});

test('knows what a component is part of, from the top down', () => {
  const flat = items.map(({ componentId, parentId }) => ({ id: componentId, parentId }));
  expect(ancestorsOf(flat, 'benches')).toEqual(['city', 'parks']);
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
  const isOpen = (id: string) => open.has(id);
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
