// Where each check on ratings begins to ask: one person, one day or one level to this side of it, and to that.
import { describe, expect, test } from 'vitest';
import { checkRound, findingsFor } from '../../../engine/calibration/check-round.ts';
import type { AppraisalRound, RatingRule, RoundAppraisal } from '../../../engine/calibration/round.ts';

const spread = ['2026-02-10', '2026-06-10', '2026-09-10', '2026-11-10'];
const levelled = (levels: readonly (number | null)[], more: Partial<RoundAppraisal> = {}): RoundAppraisal[] =>
  levels.map((level, at) => {
    const id = `${more.raterId ?? 'mia'}-${JSON.stringify(more.attributes ?? {})}-${at}`;
    return {
      ...{ planId: id, subjectId: id, raterId: 'mia', group: 'north', level },
      ...{ evidence: spread, comment: `Comment ${id}` },
      ...more,
    };
  });
const round = (appraisals: RoundAppraisal[], more: Partial<AppraisalRound> = {}): AppraisalRound => ({
  period: { start: '2026-01-01', end: '2026-12-31' },
  ...{ levels: 5, meetsLevel: 3, neededShare: 0.9, appraisals },
  ...more,
});
const findings = (rule: RatingRule, appraisals: RoundAppraisal[], more?: Partial<AppraisalRound>) =>
  checkRound(round(appraisals, more)).filter((one) => one.rule === rule);
const asks = (...given: Parameters<typeof findings>): boolean => findings(...given).length > 0;

test('RAT-02 begins at four fifths in one level: eight of ten, not seven', () => {
  expect([
    asks('RAT-02', levelled([3, 3, 3, 3, 3, 3, 3, 3, 1, 5])),
    asks('RAT-02', levelled([3, 3, 3, 3, 3, 3, 3, 1, 1, 5])),
  ]).toEqual([true, false]);
});

describe('RAT-05', () => {
  const from = (days: readonly string[], more?: Partial<AppraisalRound>) =>
    asks('RAT-05', levelled([3], { evidence: days }), more);
  const late = '2026-12-01';

  test('begins above seven tenths: not with seven of ten, but with three of four', () => {
    const early = '2026-02-01';
    const tenths = (count: number) => Array.from({ length: 10 }, (_, at) => (at < count ? late : early));
    expect([from(tenths(7)), from([late, late, late, early])]).toEqual([false, true]);
  });

  test('counts the last quarter of a year from the first of October', () => {
    expect([from(['2026-10-01', late]), from(['2026-09-30', late])]).toEqual([true, false]);
  });

  test('counts the last quarter of a hundred days as twenty-five', () => {
    const period = { start: '2026-01-01', end: '2026-04-10' };
    const end = period.end;
    expect([from(['2026-03-17', end], { period }), from(['2026-03-16', end], { period })]).toEqual([
      true,
      false,
    ]);
  });

  test('needs two pieces: one alone is no habit', () => {
    expect([from([late]), from([late, late])]).toEqual([false, true]);
  });
});

test('RAT-06 begins below four fifths: four against five of ten are no difference', () => {
  const of = (gender: string, best: number) =>
    levelled(
      Array.from({ length: 10 }, (_, at) => (at < best ? 5 : 3)),
      { attributes: { gender } },
    );
  const beside = (women: number, men: number) => asks('RAT-06', [...of('women', women), ...of('men', men)]);
  expect([beside(4, 5), beside(3, 5), beside(5, 3)]).toEqual([false, true, true]);
});

test('RAT-06 compares groups, and one alone with nobody', () => {
  expect(asks('RAT-06', levelled(Array(10).fill(3).with(0, 5), { attributes: { gender: 'women' } }))).toBe(
    false,
  );
});

test('RAT-07 tells of a rater from two people who were raised, and of the group how far and which way', () => {
  const moved = (...levels: [number, number][]) =>
    levels.flatMap(([levelBefore, level]) => levelled([level], { levelBefore }));
  const about = (...levels: [number, number][]) =>
    findings('RAT-07', moved(...levels)).map((one) => one.about.kind);
  expect(about([2, 3], [3, 3])).toEqual(['group']);
  expect(about([2, 3], [3, 4])).toEqual(['group', 'rater']);
  expect(about([2, 3], [3, 4], [4, 3])).toEqual(['group']);
  const said = (...levels: [number, number][]) => findings('RAT-07', moved(...levels))[0]?.message;
  expect(said([2, 3], [3, 3])).toBe('The session moved this group by 0.5 of a level up on average.');
  expect(said([3, 2], [3, 3])).toBe('The session moved this group by 0.5 of a level down on average.');
});

test('RAT-08 is content with two pieces, and says how few there are and on which side', () => {
  const rated = (level: number, evidence: readonly string[]) =>
    findings('RAT-08', levelled([level], { evidence })).map(({ message }) => message);
  expect(rated(5, spread.slice(0, 2))).toEqual([]);
  expect(rated(5, spread.slice(0, 1))).toEqual([
    'A rating above the standard rests on one piece of evidence. Link at least 2, or rate anew.',
  ]);
  expect(rated(2, [])).toEqual([
    'A rating below the standard rests on no evidence. Link at least 2, or rate anew.',
  ]);
});

test('RAT-10 is content with the very share that is needed, and counts what is overdue', () => {
  const nine = [3, 2, 4, 3, 3, 2, 4, 5, 3];
  expect([
    asks('RAT-10', levelled([...nine, null])),
    asks('RAT-10', levelled([...nine.slice(1), null, null])),
  ]).toEqual([false, true]);
  const late = (count: number) =>
    findings('RAT-10', levelled(Array(count).fill(null), { overdue: true }))
      .filter(({ about }) => about.kind === 'rater')
      .map(({ message }) => message);
  expect([late(1), late(2)]).toEqual([['One appraisal is overdue.'], ['2 appraisals are overdue.']]);
});

test('RAT-12 looks at scales of three levels and more', () => {
  const two = levelled([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
  expect([asks('RAT-12', two, { levels: 3 }), asks('RAT-12', two, { levels: 2 })]).toEqual([true, false]);
});

test('RAT-04 says which of both is higher', () => {
  const said = (level: number, selfLevel: number) =>
    findings('RAT-04', levelled([level], { selfLevel }))[0]?.message;
  expect(said(2, 4)).toBe('Rates 2 levels higher than the manager does. Let both talk before the release.');
  expect(said(5, 3)).toBe('Rates 2 levels lower than the manager does. Let both talk before the release.');
});

test('groups of people are for HR alone, and everything else is for all who sit in the session', () => {
  const lenient = levelled(Array(10).fill(5), {
    raterId: 'lea',
    ...{ items: [4, 4, 4, 4, 4], evidence: [], comment: 'The same.', selfLevel: 2, scoredLevel: 3 },
    ...{ levelBefore: 4, attributes: { gender: 'men' } },
  });
  const strict = levelled(Array(10).fill(4), { raterId: 'ben', attributes: { gender: 'women' } });
  const recent = levelled([3, null], {
    raterId: 'ivo',
    ...{ evidence: ['2026-12-01', '2026-12-02'], overdue: true },
  });
  const found = checkRound(round([...lenient, ...strict, ...recent]));
  const rules = (those: typeof found) => [...new Set(those.map(({ rule }) => rule))];
  const withoutHr = rules(findingsFor(found, { isHr: false, releases: false }));
  expect(rules(found)).toContain('RAT-06');
  expect(withoutHr).toEqual(rules(found).filter((rule) => rule !== 'RAT-06'));
  expect(withoutHr.length).toBeGreaterThan(7);
});
