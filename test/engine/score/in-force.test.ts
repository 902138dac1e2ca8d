import { expect, test } from 'vitest';
import { inForce } from '../../../engine/index.ts';
import { whileInForce } from '../../../engine/score/in-force.ts';
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

test('over a period counts what was observed while its measure was in force, and all from before', () => {
  const year = { start: '2026-01-01', end: '2026-12-31' };
  const days = ['2025-11-15', '2026-02-15', '2026-05-15', '2026-09-15', '2027-01-15'];
  const all = days.map((day) => anObservation({ id: day, periodStart: day, periodEnd: day }));
  const left = (start: string, end: string) =>
    whileInForce(all, year, () => ({ start, end })).map(({ id }) => id.slice(0, 7));
  expect(left('2026-04-01', '2026-06-30')).toEqual(['2025-11', '2026-05']);
  // Whether it was in force beyond the ends of the period is not known here.
  expect(left('2026-04-01', '2026-12-31')).toEqual(['2025-11', '2026-05', '2026-09', '2027-01']);
  expect(left('2026-01-01', '2026-06-30')).toEqual(['2025-11', '2026-02', '2026-05']);
  expect(whileInForce(all, year, () => undefined)).toEqual(all);
});
