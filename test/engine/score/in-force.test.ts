import { expect, test } from 'vitest';
import { inForce } from '../../../engine/index.ts';
import { anObservation } from './given.ts';

const verified = anObservation({ id: 'a', status: 'verified' });
const proposal = anObservation({ id: 'b', status: 'provisional', supersedes: 'a' });
const again = anObservation({ id: 'c', status: 'provisional', supersedes: 'b' });
const idsOf = (...all: (typeof verified)[]) => inForce(all).map(({ id }) => id);

test('a verified value stands until its correction is verified, however often it is proposed', () => {
  expect(idsOf(verified, proposal)).toEqual(['a']);
  expect(idsOf(verified, proposal, again)).toEqual(['a']);
  expect(idsOf(verified, proposal, { ...again, status: 'verified' })).toEqual(['c']);
  expect(idsOf(verified, { ...proposal, status: 'verified' }, again)).toEqual(['b']);
});

test('a proposal that was taken back leaves the verified value, and what nobody verified is corrected at once', () => {
  expect(idsOf(verified, { ...proposal, status: 'void' })).toEqual(['a']);
  expect(idsOf({ ...verified, status: 'provisional' }, proposal)).toEqual(['b']);
});
