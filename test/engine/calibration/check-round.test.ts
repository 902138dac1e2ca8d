import { expect, test } from 'vitest';
import { checkRound, findingsFor } from '../../../engine/calibration/check-round.ts';
import { raterFigures } from '../../../engine/calibration/rater-figures.ts';
import type {
  AppraisalRound,
  RatingRule,
  RoundAppraisal,
  RoundFinding,
} from '../../../engine/calibration/round.ts';

const evidence = ['2026-02-10', '2026-06-10', '2026-09-10', '2026-11-10'];
let made = 0;
const appraisal = (more: Partial<RoundAppraisal> = {}): RoundAppraisal => {
  made += 1;
  const id = `p${made}`;
  return {
    planId: id,
    subjectId: id,
    raterId: 'mia',
    group: 'north',
    level: 3,
    evidence,
    comment: `Comment ${id}`,
    ...more,
  };
};
const levelled = (levels: readonly (number | null)[], more: Partial<RoundAppraisal> = {}) =>
  levels.map((level) => appraisal({ level, ...more }));

const round = (appraisals: RoundAppraisal[], more: Partial<AppraisalRound> = {}): AppraisalRound => ({
  period: { start: '2026-01-01', end: '2026-12-31' },
  levels: 5,
  meetsLevel: 3,
  neededShare: 0.9,
  appraisals,
  ...more,
});
const findings = (rule: RatingRule, appraisals: RoundAppraisal[], more?: Partial<AppraisalRound>) =>
  checkRound(round(appraisals, more)).filter((one) => one.rule === rule);
const brief = (found: RoundFinding[]) => found.map(({ about, figure }) => ({ about, figure }));

test('a rater half a level from the group is told, by a difference that few people shrink', () => {
  const others = levelled([2, 2, 3, 3, 2, 3, 2, 3, 2, 3], { raterId: 'ben' });
  const lenient = levelled([5, 4, 5, 4, 5], { raterId: 'lea' });
  const [first, ...more] = findings('RAT-01', [...others, ...lenient]);
  // The group's mean is 48/15 = 3.2, hers 4.6: 1.4 × 5/10 = 0.7. His is 2.5: −0.7 × 10/15 = −0.47.
  expect(first?.about).toEqual({ kind: 'rater', raterId: 'lea' });
  expect(first?.figure).toBeCloseTo(0.7, 10);
  expect(more).toEqual([]);
  expect(findings('RAT-01', [...others, ...lenient.slice(1)])).toEqual([]);
});

test('three managers, each with a team of their own, are measured against each other', () => {
  const team = (raterId: string, level: number) =>
    levelled(Array(10).fill(level), { raterId, group: `team of ${raterId}`, above: ['office'] });
  // The mean of the office is 3: 1 × 10/15 = 0.67 above, and as much below.
  const found = findings('RAT-01', [...team('lea', 4), ...team('mia', 3), ...team('ben', 2)]);
  expect(found.map(({ about }) => about)).toEqual([
    { kind: 'rater', raterId: 'lea' },
    { kind: 'rater', raterId: 'ben' },
  ]);
  expect(found.map(({ figure }) => figure)).toEqual([expect.closeTo(2 / 3, 10), expect.closeTo(-2 / 3, 10)]);
  expect(found[0]?.message).toContain('0.7 of a level above the others of the round, over 10 people');
});

test('a rater is measured in the nearest part where others rated five people, not against the whole', () => {
  const within = (raterId: string, group: string, levels: number[]) =>
    levelled(levels, { raterId, group, above: ['city'] });
  const strong = [
    ...within('lea', 'strong', [5, 4, 5, 4, 5, 4]),
    ...within('mia', 'strong', [4, 5, 4, 5, 4, 5]),
  ];
  const weak = [...within('ben', 'weak', [1, 2, 1, 2, 1, 2]), ...within('max', 'weak', [2, 1, 2, 1, 2, 1])];
  expect(findings('RAT-01', [...strong, ...weak])).toEqual([]);
  // Whoever rates the manager of a team is no other to compare a whole team with.
  const chief = within('chief', 'weak', [3]);
  expect(
    findings('RAT-01', [...strong, ...within('ben', 'weak', [1, 2, 1, 2, 1, 2]), ...chief]).map(
      ({ about }) => about,
    ),
  ).toEqual([{ kind: 'rater', raterId: 'ben' }]);
});

test('one rater alone is beside nobody', () => {
  const alone = levelled([5, 5, 5, 5, 5, 5]);
  expect(raterFigures(alone)).toMatchObject([{ raterId: 'mia', count: 6, mean: 5, difference: null }]);
  expect(findings('RAT-01', alone)).toEqual([]);
});

test('raters of one table are compared with those of the others, of whom nothing is found here', () => {
  const here = levelled([5, 5, 5, 5, 5, 5], { raterId: 'lea', group: 'south' });
  const others = levelled([1, 1, 1, 1, 1, 1], { raterId: 'ben' });
  expect(findings('RAT-01', here, { others }).map(({ about }) => about)).toEqual([
    { kind: 'rater', raterId: 'lea' },
  ]);
});

test('what a session moved says nothing of the rater, and does not hide what they gave', () => {
  const moved = (level: number, levelBefore: number | null, more = {}) =>
    Array.from({ length: 10 }, () => appraisal({ level, levelBefore, ...more }));
  const lowered = moved(3, 5, { raterId: 'lea' });
  const others = levelled([3, 3, 3, 3, 3, 3, 3, 3, 3, 3], { raterId: 'ben' });
  const found = (rule: RatingRule) => findings(rule, [...lowered, ...others]).map(({ about }) => about);
  // The mean is 4: 1 × 10/15 = 0.67.
  expect(found('RAT-01')).toEqual([
    { kind: 'rater', raterId: 'lea' },
    { kind: 'rater', raterId: 'ben' },
  ]);
  expect(findings('RAT-02', moved(3, 5))[0]?.message).toContain('Gave 100 % of 10 people level 5');
  expect(findings('RAT-12', levelled([3, 3, 3, 4, 4, 4, 4, 4, 4, 4]).concat(moved(5, 4)))).toHaveLength(1);
  // Nobody rated them: the session alone said something.
  expect(findings('RAT-02', moved(3, null))).toEqual([]);
  // Of the manager, who said 2 while they themselves said 4.
  expect(findings('RAT-04', [appraisal({ level: 3, levelBefore: 2, selfLevel: 4 })])).toHaveLength(1);
});

test('four fifths in one level is a central tendency from eight people on', () => {
  const same = [3, 3, 3, 3, 3, 3, 3];
  expect(brief(findings('RAT-02', levelled([...same, 4])))).toEqual([
    { about: { kind: 'rater', raterId: 'mia' }, figure: 0.875 },
  ]);
  expect(findings('RAT-02', levelled(same))).toEqual([]);
  expect(findings('RAT-02', levelled([3, 3, 3, 4, 4, 2, 3, 5]))).toEqual([]);
});

test('five equal items are a halo, four are not', () => {
  const five = appraisal({ items: [4, 4, 4, 4, 4] });
  const found = findings('RAT-03', [
    five,
    appraisal({ items: [4, 4, 4, 4] }),
    appraisal({ items: [4, 4, 4, 4, 3] }),
  ]);
  expect(found.map(({ about }) => about)).toEqual([{ kind: 'plans', planIds: [five.planId] }]);
});

test('two levels between self and manager call for a talk, in either direction', () => {
  const high = appraisal({ level: 2, selfLevel: 4 });
  const low = appraisal({ level: 5, selfLevel: 3 });
  const found = findings('RAT-04', [high, low, appraisal({ selfLevel: 4 }), appraisal({ selfLevel: null })]);
  expect(brief(found)).toEqual([
    { about: { kind: 'plans', planIds: [high.planId] }, figure: 2 },
    { about: { kind: 'plans', planIds: [low.planId] }, figure: -2 },
  ]);
});

test('evidence mostly from the last quarter of the period is told', () => {
  const late = appraisal({ evidence: ['2026-03-01', '2026-10-05', '2026-11-01', '2026-12-01'] });
  const spread = appraisal({ evidence: ['2026-03-01', '2026-05-01', '2026-11-01', '2026-12-01'] });
  expect(brief(findings('RAT-05', [late, spread]))).toEqual([
    { about: { kind: 'plans', planIds: [late.planId] }, figure: 0.75 },
  ]);
});

test('the four-fifths rule compares groups of ten and more, and only HR sees it', () => {
  const of = (gender: string, levels: number[]) => levelled(levels, { attributes: { gender } });
  const women = of('women', [5, 3, 3, 3, 3, 3, 3, 3, 3, 1]);
  const men = of('men', [5, 5, 3, 3, 3, 3, 3, 3, 3, 1]);
  const found = findings('RAT-06', [...women, ...men]);
  expect(brief(found)).toEqual([
    { about: { kind: 'attribute', attribute: 'gender', value: 'women' }, figure: 0.5 },
  ]);
  expect(found[0]?.message).toContain('10 % of 10 people');
  expect(findingsFor(found, { isHr: true, releases: true })).toEqual(found);
  expect(findingsFor(found, { isHr: false, releases: false })).toEqual([]);
  // Whoever releases is told that it is so, and not of which group.
  const told = findingsFor(found, { isHr: false, releases: true });
  expect(told).toEqual([{ ...found[0], about: { kind: 'round' }, hrOnly: false }]);
  expect(findings('RAT-06', [...women.slice(1), ...men])).toEqual([]);
});

test('a group that has the lowest level far more often is found too', () => {
  const of = (age: string, levels: number[]) => levelled(levels, { attributes: { age } });
  const found = findings('RAT-06', [
    ...of('over 50', [1, 1, 1, 3, 3, 3, 3, 3, 3, 5]),
    ...of('under 50', [3, 3, 3, 3, 3, 3, 3, 3, 3, 5]),
  ]);
  expect(brief(found)).toEqual([
    { about: { kind: 'attribute', attribute: 'age', value: 'over 50' }, figure: 0.7 },
  ]);
});

test('the session is told how far it moved a group, and whose people it only raised', () => {
  const raised = [
    appraisal({ raterId: 'lea', levelBefore: 2, level: 3 }),
    appraisal({ raterId: 'lea', levelBefore: 3, level: 4 }),
    appraisal({ raterId: 'lea' }),
  ];
  const both = [
    appraisal({ raterId: 'ben', group: 'south', levelBefore: 2, level: 3 }),
    appraisal({ raterId: 'ben', group: 'south', levelBefore: 4, level: 3 }),
  ];
  expect(findings('RAT-07', [...raised, ...both]).map(({ about }) => about)).toEqual([
    { kind: 'group', group: 'north' },
    { kind: 'rater', raterId: 'lea' },
  ]);
  expect(findings('RAT-07', raised)[0]?.figure).toBeCloseTo(2 / 3, 10);
});

test('a rating off the standard needs two pieces of evidence', () => {
  const bare = appraisal({ level: 5, evidence: [] });
  const one = appraisal({ level: 1, evidence: ['2026-03-01'] });
  const found = findings('RAT-08', [
    bare,
    one,
    appraisal({ level: 3, evidence: [] }),
    appraisal({ level: 1 }),
  ]);
  expect(brief(found)).toEqual([
    { about: { kind: 'plans', planIds: [bare.planId] }, figure: 0 },
    { about: { kind: 'plans', planIds: [one.planId] }, figure: 1 },
  ]);
});

test('a rating that departs from the score needs a reason', () => {
  const silent = appraisal({ level: 4, scoredLevel: 2, reason: '  ' });
  const found = findings('RAT-09', [
    silent,
    appraisal({ level: 4, scoredLevel: 2, reason: 'The flood of May.' }),
    appraisal({ level: 4, scoredLevel: null }),
    appraisal({ level: 4, scoredLevel: 4 }),
  ]);
  expect(brief(found)).toEqual([{ about: { kind: 'plans', planIds: [silent.planId] }, figure: 2 }]);
});

test('a group that is not rated far enough and raters who are late are told', () => {
  const found = findings('RAT-10', [
    ...levelled([3, 3, 4, null], { overdue: true }),
    ...levelled([3, 3], { group: 'south', raterId: 'ben', overdue: true }),
  ]);
  expect(brief(found)).toEqual([
    { about: { kind: 'group', group: 'north' }, figure: 0.75 },
    { about: { kind: 'rater', raterId: 'mia' }, figure: 1 },
  ]);
});

test('how far a group is rated is told by counting the people', () => {
  const said = (levels: (number | null)[]) =>
    findings('RAT-10', levelled(levels)).map(({ message }) => message);
  expect([[null], [null, null], [3, null, null, null], [3, 3, 4, null]].map(said)).toEqual([
    ['The one person here is not rated yet.'],
    ['Nobody of 2 people is rated yet; 90 % are needed.'],
    ['One of 4 people is rated (25 %); 90 % are needed.'],
    ['3 of 4 people are rated (75 %); 90 % are needed.'],
  ]);
});

test('the same comment about two people is found through spaces, case and marks', () => {
  const a = appraisal({ comment: 'Did well, on the whole.' });
  const b = appraisal({ comment: 'did well on  the whole' });
  const found = findings('RAT-11', [a, b, appraisal({ comment: '' }), appraisal({ comment: '' })]);
  expect(found.map(({ about }) => about)).toEqual([{ kind: 'plans', planIds: [a.planId, b.planId] }]);
});

test('a scale of which only two levels are used does not work', () => {
  const two = levelled([3, 4, 3, 4, 3, 4, 3, 4, 3, 4]);
  expect(brief(findings('RAT-12', two))).toEqual([{ about: { kind: 'round' }, figure: 2 }]);
  expect(findings('RAT-12', [...two, appraisal({ level: 2 })])).toEqual([]);
  expect(findings('RAT-12', two.slice(1))).toEqual([]);
});

test('a balanced round that is complete has no findings', () => {
  expect(checkRound(round(levelled([2, 3, 3, 4, 3, 5, 3, 2, 4, 3])))).toEqual([]);
  expect(checkRound(round([]))).toEqual([]);
});
