import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AppraisedRound, type ComponentScore, followUp } from '../../../engine/index.ts';

const node = (score: number | null, coverage = 1) => ({
  ...{
    state: score === null ? ('missing' as const) : ('scored' as const),
    score,
    reason: null,
    outcome: null,
  },
  ...{ coverage, provisionalShare: 0, staleCount: 0, parts: [] },
});
type Given = Record<string, number | null | [score: number, coverage: number]>;

const round = (at: string, measures: Given, whole: number | null = 100): AppraisedRound => {
  const scored = Object.entries(measures).map(([measureId, given]) => ({
    ...(Array.isArray(given) ? node(given[0], given[1]) : node(given)),
    ...{ measureId, measurement: null, observationCount: 1 },
  }));
  const goal = { ...node(whole), goalId: 'g', measures: scored };
  return { at, score: { ...node(whole), componentId: 'c', goals: [goal] } as ComponentScore };
};
const verdicts = (at: string, rounds: AppraisedRound[]) =>
  Object.fromEntries(followUp(at, rounds).measures.map(({ measureId, verdict }) => [measureId, verdict]));

test('each measure is compared with the last appraisal before the intervention', () => {
  const rounds = [
    round('2026-01-01', { a: 90, b: 90, c: 90 }),
    round('2026-02-01', { a: 60, b: 80, c: 70 }, 70),
    round('2026-05-01', { a: 95, b: 80, c: 40 }, 85),
  ];
  expect(verdicts('2026-02-01', rounds)).toEqual({ a: 'better', b: 'same', c: 'worse' });
  const { before, after, verdict } = followUp('2026-02-01', rounds);
  expect([before?.score, after.map(({ score }) => score), verdict]).toEqual([70, [85], 'better']);
});

test('the latest of the rounds after it decides, and all are there to look at', () => {
  const rounds = [
    round('2026-02-01', { a: 60 }, 60),
    round('2026-05-01', { a: 50 }, 50),
    round('2026-08-01', { a: 75 }, 75),
  ];
  const [one] = followUp('2026-02-02', rounds).measures;
  expect([one?.after.map((figure) => figure?.score), one?.verdict]).toEqual([[50, 75], 'better']);
});

test('what is missing on one side is not known: a missing score is no zero', () => {
  const rounds = [round('2026-02-01', { a: null, b: 60 }), round('2026-05-01', { a: 90, b: null, c: 90 })];
  expect(verdicts('2026-02-01', rounds)).toEqual({ a: 'unknown', b: 'unknown', c: 'unknown' });
  expect(followUp('2026-02-01', [round('2026-02-01', { a: 60 })]).verdict).toBe('unknown');
  expect(followUp('2026-02-01', []).measures).toEqual([]);
});

test('a round of which too little is known decides nothing', () => {
  const rounds = [
    round('2026-02-01', { a: 60 }),
    round('2026-05-01', { a: 80 }),
    round('2026-08-01', { a: [10, 0.5] }),
  ];
  expect(verdicts('2026-02-01', rounds)).toEqual({ a: 'better' });
});

test('a round of which seven tenths are known decides, and one of which less is does not', () => {
  const after = (coverage: number) =>
    verdicts('2026-02-01', [round('2026-02-01', { a: 60 }), round('2026-05-01', { a: [80, coverage] })]);
  expect([after(0.7), after(0.69)]).toEqual([{ a: 'better' }, { a: 'unknown' }]);
});

test('turned about, better is worse', () => {
  const figures = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }));
  const opposite = { better: 'worse', worse: 'better', same: 'same', unknown: 'unknown' } as const;
  fc.assert(
    fc.property(figures, ([a, b]) => {
      const there = followUp('2026-02-01', [round('2026-02-01', {}, a), round('2026-03-01', {}, b)]).verdict;
      const back = followUp('2026-02-01', [round('2026-02-01', {}, b), round('2026-03-01', {}, a)]).verdict;
      expect(back).toBe(opposite[there]);
    }),
  );
});
