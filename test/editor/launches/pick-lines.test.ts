import { expect, test } from 'vitest';
import { searchLines, toPickLines } from '../../../editor/launches/pick-lines.ts';
import type { Component } from '../../../engine/index.ts';

const component = (id: string, name: string, parentId: string | null): Component => ({
  id,
  kind: 'team',
  name,
  parentId,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
});
const told = (lines: ReturnType<typeof toPickLines>) =>
  lines.map(
    (line) => `${line.level} ${line.component.id} < ${line.path.join('/')} > ${line.below.join(',')}`,
  );
const city = [
  component('c', 'City', null),
  component('p', 'Parks', 'c'),
  component('f', 'Fire', 'c'),
  component('t', 'Trees', 'p'),
];

test('the lines stand in the order of the tree and know what is above and below', () => {
  expect(told(toPickLines(city))).toEqual([
    '0 c <  > f,p,t',
    '1 f < City > ',
    '1 p < City > t',
    '2 t < City/Parks > ',
  ]);
});

test('a component whose parent is not known, or that is its own ancestor, is there once', () => {
  const odd = [component('a', 'A', 'b'), component('b', 'B', 'a'), component('x', 'X', 'gone')];
  expect(toPickLines(odd).map((line) => line.component.id)).toEqual(['x', 'a', 'b']);
});

test('a search keeps the path and drops the levels', () => {
  expect(told(searchLines(toPickLines(city), 'tree'))).toEqual(['0 t < City/Parks > ']);
  expect(searchLines(toPickLines(city), 'team pa').map((line) => line.component.id)).toEqual(['p']);
});
