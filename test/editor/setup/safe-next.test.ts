import { expect, test } from 'vitest';
import { safeNext } from '../../../editor/setup/safe-next.ts';

test('follows only an address of our own after the sign-in', () => {
  expect(safeNext('/plans/p1?x=1')).toBe('/plans/p1?x=1');
  expect(safeNext('https://evil.example')).toBe('/inbox');
  expect(safeNext('//evil.example')).toBe('/inbox');
  expect(safeNext('/\\evil.example')).toBe('/inbox');
  expect(safeNext(undefined)).toBe('/inbox');
});
