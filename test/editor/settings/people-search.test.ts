import { expect, test } from 'vitest';
import { passwordProblem } from '../../../editor/settings/password.ts';
import { findPeople } from '../../../editor/settings/people-search.ts';
import type { Person } from '../../../engine/index.ts';

const people: Person[] = [
  { id: 'p1', name: 'Miriam Castellano', email: 'miriam@example.org', roles: ['manager'] },
  { id: 'p2', name: 'Ada Kessler', email: 'ada@example.org', roles: ['admin', 'hr'] },
  { id: 'p3', name: 'Eli Navarro', email: 'eli@example.org', roles: ['employee'] },
];
const found = (text: string) => findPeople(people, text).map(({ id }) => id);

test('people are found by every word of their name, address or role, in the order of their names', () => {
  expect(found('')).toEqual(['p2', 'p3', 'p1']);
  expect(found('ada admin')).toEqual(['p2']);
  expect(found('MIRIAM@')).toEqual(['p1']);
  expect(found('manager eli')).toEqual([]);
});

test('a password has twelve characters at least', () => {
  expect([passwordProblem('elevenchars'), passwordProblem('twelve-chars')]).toEqual([
    'Use at least 12 characters.',
    null,
  ]);
});
