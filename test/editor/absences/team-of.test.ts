import { expect, test } from 'vitest';
import { teamOf } from '../../../editor/absences/team-of.ts';

const place = (
  id: string,
  parentId: string | null,
  ownerId: string | null,
  managerId: string | null = null,
) => ({
  id,
  parentId,
  ownerId,
  managerId,
});
const city = [
  place('city', null, 'mayor'),
  place('dob', 'city', 'chief', 'deputy'),
  place('permits', 'dob', 'pat'),
  place('vacant', 'dob', null),
];

test('a manager looks after who answers for what they manage and for all below, and not after themselves', () => {
  expect([...teamOf(city, 'deputy')].sort()).toEqual(['chief', 'pat']);
  expect([...teamOf(city, 'mayor')].sort()).toEqual(['chief', 'pat']);
  expect([...teamOf(city, 'pat')]).toEqual([]);
});

test('a circle in the tree ends the search', () => {
  const circle = [place('a', 'b', 'ann', 'max'), place('b', 'a', 'bob')];
  expect([...teamOf(circle, 'max')].sort()).toEqual(['ann', 'bob']);
});
