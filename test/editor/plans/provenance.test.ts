import { expect, test } from 'vitest';
import { inOrder, isToVerify, sourceWords } from '../../../editor/plans/observations/provenance.ts';
import { anObservation } from '../../engine/score/given.ts';

const first = anObservation({ id: 'a', at: '2026-01-01T00:00:00Z' });
const correction = anObservation({ id: 'b', at: '2026-01-03T00:00:00Z', supersedes: 'a' });
const other = anObservation({ id: 'c', at: '2026-01-02T00:00:00Z' });

test('a correction stands above what it corrected, which stays to be seen', () => {
  expect(
    inOrder([first, other, correction]).map(({ one, correctedBy }) => [one.id, correctedBy?.id]),
  ).toEqual([
    ['b', undefined],
    ['a', 'b'],
    ['c', undefined],
  ]);
});

test('a correction that was taken back corrects nothing', () => {
  const taken = { ...correction, status: 'void' as const };
  expect(inOrder([first, taken]).filter(({ correctedBy }) => correctedBy !== null)).toEqual([]);
});

test('what corrects a verified value is shown as proposed until it is verified, and the verified one stands', () => {
  const proposal = { ...correction, status: 'provisional' as const };
  const shownOf = (all: Parameters<typeof inOrder>[0]) =>
    inOrder(all).map(({ one, correctedBy, proposed }) => [one.id, correctedBy?.id, proposed]);
  expect(shownOf([first, proposal])).toEqual([
    ['b', undefined, true],
    ['a', undefined, false],
  ]);
  expect(shownOf([first, correction])).toEqual([
    ['b', undefined, false],
    ['a', 'b', false],
  ]);
});

test('what somebody else typed and nobody has looked at is to be verified', () => {
  const one = anObservation({ status: 'provisional', enteredBy: 'pat' });
  expect(isToVerify({ one, correctedBy: null }, 'deputy')).toBe(true);
  expect(isToVerify({ one, correctedBy: null }, 'pat')).toBe(false);
  expect(isToVerify({ one, correctedBy: correction }, 'deputy')).toBe(false);
  expect(isToVerify({ one: { ...one, status: 'verified' }, correctedBy: null }, 'deputy')).toBe(false);
});

test.for([
  ['manual', 'pat', 'Typed in'],
  ['paste', 'pat', 'Pasted'],
  ['task observe', 'pat', 'Task'],
  ['source s1', 'source:s1', 'Webhook'],
  ['NYC Mayor’s Management Report', 'ada', 'NYC Mayor’s Management Report'],
])('what comes from %s by %s is called %s', ([source = '', enteredBy = '', words]) => {
  expect(sourceWords({ source, enteredBy })).toBe(words);
});
