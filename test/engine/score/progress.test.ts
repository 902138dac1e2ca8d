// Progress is what a person sees before the period is over; the table is reckoned by hand.
import { expect, test } from 'vitest';
import { type Measure, type Observation, progressReport } from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points, utc, year } from './given.ts';

const at = (day: string) => `${day}T12:00:00.000Z`;
const upTo = (periodEnd: string, value: number, given: Partial<Observation> = {}) =>
  anObservation({ id: `until-${periodEnd}`, periodEnd, value, ...given });
const report = (measure: Measure, observations: Observation[], day: string) =>
  progressReport({
    componentId: 'unit',
    goals: [aGoal()],
    measures: [measure],
    observations,
    period: year,
    at: at(day),
    calendar: utc,
  })[0];

const sum = (given: Partial<Measure>) => aMeasure({ timeAggregation: 'sum', ...given });
type Row = [
  what: string,
  measure: Measure,
  value: number,
  day: string,
  actual: number,
  expected: number,
  standing: string,
];

test.for<Row>([
  [
    'what adds up, behind its days',
    sum({ standards: points(0, 1000) }),
    620,
    '2025-09-12',
    0.62,
    0.6986,
    'behind',
  ],
  [
    'what adds up, exactly at its days',
    sum({ standards: points(0, 365) }),
    73,
    '2025-03-14',
    0.2,
    0.2,
    'onPace',
  ],
  ['what adds up, ahead', sum({ standards: points(0, 365) }), 80, '2025-03-14', 0.2192, 0.2, 'ahead'],
  ['more than the target', sum({ standards: points(0, 50) }), 80, '2025-03-14', 1.6, 0.2, 'ahead'],
  [
    'a limit that is used up too early',
    sum({ direction: 'decrease', standards: points(730, 365) }),
    146,
    '2025-03-14',
    0.4,
    0.2,
    'behind',
  ],
  [
    'a limit that is spared',
    sum({ direction: 'decrease', standards: points(730, 365) }),
    36.5,
    '2025-03-14',
    0.1,
    0.2,
    'ahead',
  ],
  [
    'none allowed, and none there',
    sum({ direction: 'decrease', standards: points(4, 0) }),
    0,
    '2025-03-14',
    1,
    1,
    'onPace',
  ],
  [
    'none allowed, and one there',
    sum({ direction: 'decrease', standards: points(10, 0) }),
    1,
    '2025-03-14',
    0.5,
    1,
    'behind',
  ],
  [
    'a level above its standard',
    aMeasure({ standards: points(0, 100, 120) }),
    110,
    '2025-03-14',
    1.1,
    1,
    'ahead',
  ],
  [
    'a level below its standard',
    aMeasure({ standards: points(0, 100, 120) }),
    62,
    '2025-03-14',
    0.62,
    1,
    'behind',
  ],
  [
    'lower is better, too high',
    aMeasure({ direction: 'decrease', standards: points(10, 5) }),
    8,
    '2025-03-14',
    0.4,
    1,
    'behind',
  ],
  [
    'lower is better, reached',
    aMeasure({ direction: 'decrease', standards: points(10, 5) }),
    5,
    '2025-03-14',
    1,
    1,
    'onPace',
  ],
])('%s', ([, measure, value, day, actual, expected, standing]) => {
  expect(report(measure, [upTo('2025-03-14', value)], day)?.progress).toMatchObject({
    actual,
    expected,
    standing,
  });
});

/** Of the unit’s whole year, as it was there from then on. */
const ofJoiner = (value: number, day: string) =>
  progressReport({
    componentId: 'unit',
    components: [{ id: 'unit', parentId: null, activeFrom: '2025-04-01', activeTo: null }],
    goals: [aGoal()],
    measures: [sum({ standards: points(0, 365) })],
    observations: [upTo(day, value, { periodStart: '2025-04-01' })],
    period: year,
    at: at(day),
    calendar: utc,
  })[0]?.progress;

test('of who joins late the target is that of the days on which they are there: 275 of 365', () => {
  expect(ofJoiner(55, '2025-05-25')).toEqual({
    actual: 0.2,
    expected: 0.2,
    isLimit: false,
    standing: 'onPace',
  });
  expect(ofJoiner(275, '2025-12-31')).toMatchObject({ actual: 1, expected: 1, standing: 'onPace' });
});

test('what was observed while nothing was asked does not count: 180 of 274, without the second quarter', () => {
  const agreed = [
    { from: '2025-01-01', waived: false },
    { from: '2025-04-01', waived: true },
    { from: '2025-07-01', waived: false },
  ].map(({ from, waived }, index) => ({
    version: index + 1,
    from,
    goals: [aGoal()],
    measures: [sum({ standards: points(0, 365), waived })],
  }));
  const [reached] = progressReport({
    componentId: 'unit',
    goals: [aGoal()],
    measures: [sum({ standards: points(0, 365) })],
    agreed,
    observations: [
      upTo('2025-03-31', 90),
      upTo('2025-06-30', 91, { periodStart: '2025-04-01' }),
      upTo('2025-12-31', 90, { periodStart: '2025-07-01' }),
    ],
    period: year,
    at: at('2025-12-31'),
    calendar: utc,
  });
  expect(reached?.progress).toMatchObject({ actual: 0.6569, expected: 1, standing: 'behind' });
});

/** One a day is agreed for the 182 days until 1 July, two a day for the 183 after: 548. */
const agreedTwice = (observations: Observation[], day: string) =>
  progressReport({
    componentId: 'unit',
    goals: [aGoal()],
    measures: [sum({ standards: points(0, 730) })],
    agreed: [
      ['2025-01-01', 365],
      ['2025-07-02', 730],
    ].map(([from, meets], index) => ({
      version: index + 1,
      from: String(from),
      goals: [aGoal()],
      measures: [sum({ standards: points(0, Number(meets)) })],
    })),
    observations,
    period: year,
    at: at(day),
    calendar: utc,
  })[0]?.progress;
const firstHalf = upTo('2025-07-01', 182);

test('a standard that was changed on the way asks nothing of the days before it', () => {
  const later = upTo('2025-07-11', 20, { periodStart: '2025-07-02' });
  // 182 + 20 of 548, on the tenth day of the two a day.
  expect(agreedTwice([firstHalf, later], '2025-07-11')).toMatchObject({
    actual: 0.3686,
    expected: 0.3686,
    standing: 'onPace',
  });
  expect(agreedTwice([firstHalf], '2025-07-11')).toMatchObject({ actual: 0.3321, standing: 'behind' });
});

test('a measure that came on the way asks nothing of the days before it, and counts nothing of them', () => {
  const measure = sum({ standards: points(0, 365), effectiveFrom: '2025-07-02' });
  // 10 of 183 days; the 182 of before are not its own.
  const later = upTo('2025-07-11', 5, { periodStart: '2025-07-02' });
  expect(report(measure, [firstHalf, later], '2025-07-11')?.progress).toMatchObject({
    actual: 0.0273,
    expected: 0.0546,
    standing: 'behind',
  });
});

test('a target that is a limit says so', () => {
  const limit = sum({ direction: 'decrease', standards: points(730, 365) });
  expect(report(limit, [upTo('2025-03-14', 1)], '2025-03-14')?.progress?.isLimit).toBe(true);
  expect(report(sum({}), [upTo('2025-03-14', 1)], '2025-03-14')?.progress?.isLimit).toBe(false);
});

test.for<[what: string, measure: Measure, observations: Observation[], day: string]>([
  ['nothing is observed', aMeasure(), [], '2025-03-14'],
  ['there is no standard', aMeasure({ standards: null }), [upTo('2025-03-14', 1)], '2025-03-14'],
  ['the period has not begun', aMeasure(), [upTo('2025-03-14', 1)], '2024-12-01'],
  ['only what is to come is observed', aMeasure(), [upTo('2025-06-30', 1)], '2025-03-14'],
])('there is no progress when %s', ([, measure, observations, day]) => {
  expect(report(measure, observations, day)?.progress).toBeNull();
});

const monthly = [
  upTo('2025-01-31', 4, { periodStart: '2025-01-01' }),
  upTo('2025-02-28', 5, { periodStart: '2025-02-01' }),
  upTo('2025-03-31', 7, { periodStart: '2025-03-01' }),
];

test.for<[what: string, observations: Observation[], day: string, since: string | null]>([
  ['a month after the third monthly value', monthly, '2025-05-01', null],
  ['a day later', monthly, '2025-05-02', '2025-05-01'],
  [
    'with a correction that came late',
    [
      ...monthly,
      upTo('2025-03-31', 8, { id: 'c', periodStart: '2025-03-01', supersedes: 'until-2025-03-31' }),
    ],
    '2025-05-02',
    '2025-05-01',
  ],
  ['a week after a single day', [upTo('2025-03-01', 4, { periodStart: '2025-03-01' })], '2025-03-10', null],
  [
    'three weeks after a single day',
    [upTo('2025-03-01', 4, { periodStart: '2025-03-01' })],
    '2025-03-22',
    '2025-03-15',
  ],
  ['long after the end of the period, whose last value came', [upTo('2025-12-31', 4)], '2026-09-01', null],
  ['without any value', [], '2025-12-01', null],
])('a value is overdue since: %s', ([, observations, day, since]) => {
  expect(report(aMeasure(), observations, day)?.staleSince).toBe(since);
});

const away = (absences: { start: string; end: string }[], day: string) =>
  progressReport({
    ...{ componentId: 'unit', goals: [aGoal()], measures: [aMeasure()], observations: monthly },
    ...{ period: year, at: at(day), calendar: utc },
    components: [{ id: 'unit', parentId: null, absences }],
  })[0]?.staleSince;

test.for<[what: string, absences: { start: string; end: string }[], day: string, since: string | null]>([
  // The next value is due on the 1st of May; 30 days of leave are over after the 14th of May.
  ['in a long leave', [{ start: '2025-04-15', end: '2025-05-14' }], '2025-05-10', null],
  ['as many days after it', [{ start: '2025-04-15', end: '2025-05-14' }], '2025-05-31', null],
  ['a day later', [{ start: '2025-04-15', end: '2025-05-14' }], '2025-06-01', '2025-05-31'],
  [
    'in a leave of ten working days',
    [{ start: '2025-04-28', end: '2025-05-09' }],
    '2025-05-05',
    '2025-05-01',
  ],
  [
    'in two short leaves with a weekend between',
    [
      { start: '2025-04-22', end: '2025-04-25' },
      { start: '2025-04-28', end: '2025-05-09' },
    ],
    '2025-05-05',
    null,
  ],
  [
    'in a leave that began when it was due already',
    [{ start: '2025-05-02', end: '2025-06-30' }],
    '2025-05-05',
    '2025-05-01',
  ],
  [
    'after a leave that was over before the last value',
    [{ start: '2025-02-01', end: '2025-03-31' }],
    '2025-05-05',
    '2025-05-01',
  ],
])('a value waits for who is away: %s', ([, absences, day, since]) => {
  expect(away(absences, day)).toBe(since);
});

test('the trend has the values in order of time, without what was corrected or taken back', () => {
  const observations = [
    ...monthly,
    upTo('2025-03-31', 8, { id: 'c', periodStart: '2025-03-01', supersedes: 'until-2025-03-31' }),
    upTo('2025-04-30', 99, { status: 'void' }),
  ];
  expect(
    report(aMeasure(), observations.toReversed(), '2025-05-01')?.trend.map(({ value }) => value),
  ).toEqual([4, 5, 8]);
});
