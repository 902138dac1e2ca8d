import { expect, test } from 'vitest';
import { finalRatings } from '../../../../server/runtime/calibration/final-ratings.ts';
import type { Judged } from '../../../../server/store/queries/judged.ts';

const day = (day: number) => `2026-05-0${day}T09:00:00.000Z`;
const said = (given: Pick<Judged, 'form' | 'by' | 'results' | 'askedAt' | 'completedAt'>): Judged => ({
  ...{ planId: 'p', componentId: 'c', ownerId: 'owner', methods: null, goals: null },
  ...given,
});

const first = said({
  form: 'appraisal',
  by: 'ana',
  results: 'exceeds',
  askedAt: day(1),
  completedAt: day(2),
});
const decided = said({
  form: 'calibration',
  by: 'hr',
  results: 'meets',
  askedAt: day(2),
  completedAt: day(3),
});
const anew = said({ form: 'appraisal', by: 'ana', results: 'below', askedAt: day(4), completedAt: day(5) });
const late = (completed: number) =>
  said({ form: 'appraisal', by: 'ben', results: 'exceeds', askedAt: day(1), completedAt: day(completed) });

test('who rates late is told as the rater, and what the session decided stands', () => {
  expect(finalRatings([first, decided, late(4)])).toMatchObject([
    { raterId: 'ben', rated: 'exceeds', results: 'meets' },
  ]);
});

test('a rating that was asked for anew stands, also when one of the round before comes after it', () => {
  expect(finalRatings([first, decided, anew, late(6)])).toMatchObject([
    { raterId: 'ana', rated: 'below', results: 'below' },
  ]);
});
