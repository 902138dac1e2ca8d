import { expect, test } from 'vitest';
import type { Appraisal } from '../../../editor/app/api/wire.ts';
import {
  acknowledgementWords,
  decidingWords,
  disputeWords,
  isEmpty,
  ratingTitle,
  voiceTitle,
} from '../../../editor/ratings/rating-words.ts';

const pat = { id: 'pat', name: 'Pat' };
const signed = { title: 'Sign', at: '2026-01-19T09:00:00Z', by: pat, comment: null, countsAt: null };

test('an appraisal says whether it was signed, refused, or counts as received by itself', () => {
  const waiting = { ...signed, at: null, by: null, countsAt: '2026-02-02T09:00:00Z' };
  expect(acknowledgementWords({ ...waiting, state: 'waiting' })).toBe(
    'Not signed yet. Without a word it counts as received on 2 Feb 2026.',
  );
  expect(acknowledgementWords({ ...signed, state: 'signed' })).toBe(
    'Pat signed that it was read, on 19 Jan 2026.',
  );
  expect(acknowledgementWords({ ...signed, state: 'refused' })).toBe('Pat refused to sign on 19 Jan 2026:');
  expect(acknowledgementWords({ ...signed, by: null, state: 'deemed-received' })).toBe(
    'Nobody signed: it counts as received since 19 Jan 2026.',
  );
});

test('a dispute says until when it can be raised, by whom it was, and that its time is over', () => {
  const until = '2026-02-02T09:00:00Z';
  const nothing = { until, at: null, by: null, grounds: null };
  expect(disputeWords({ ...nothing, state: 'open' })).toBe('It can be disputed until 2 Feb 2026.');
  expect(disputeWords({ ...nothing, state: 'lapsed' })).toBe('Nobody disputed it by 2 Feb 2026.');
  expect(disputeWords({ ...nothing, state: 'raised', at: signed.at, by: pat })).toBe(
    'Pat disputed it on 19 Jan 2026:',
  );
  const hana = { id: 'hana', name: 'Hana' };
  const one = { assignee: hana, dueAt: until, open: [hana], done: 0, needed: 1 };
  expect(decidingWords(one)).toBe('Hana decides by 2 Feb 2026, who did not rate.');
  expect(decidingWords({ ...one, open: [hana, { id: 'hal', name: 'Hal' }], done: 1, needed: 3 })).toBe(
    'Hana and Hal decide by 2 Feb 2026, who did not rate. 1 of 3 have decided. It is changed only as most of them wish.',
  );
});

test('each version says who gave it or what was decided on it', () => {
  const given: Omit<Appraisal['ratings'][number], 'kind' | 'decision'> = {
    ...{ version: 1, at: signed.at, by: pat, results: 'meets', methods: 'meets', words: '', reason: null },
    ...{ goals: [], evidenceItems: [], voices: [] },
  };
  expect([
    ratingTitle({ ...given, kind: 'appraisal', decision: 'given' }),
    ratingTitle({ ...given, kind: 'calibration', decision: 'kept' }),
    ratingTitle({ ...given, kind: 'dispute', decision: 'changed' }),
  ]).toEqual(['Rated by Pat', 'Kept in the calibration by Pat', 'Changed after the dispute by Pat']);
});

test('what several decided together names all of them, and what each of them wished', () => {
  const unsaid = { results: null, methods: null };
  const hana = { by: { id: 'hana', name: 'Hana' }, reason: 'The spring.' };
  const [kept, changed] = [
    { ...hana, ...unsaid, by: pat, decision: 'kept' as const },
    { ...hana, ...unsaid, decision: 'changed' as const, results: 'meets' as const },
  ];
  const decided = {
    ...{ version: 1, at: '2026-01-19T09:00:00Z', by: pat, ...unsaid, words: '', reason: null },
    ...{ goals: [], evidenceItems: [], voices: [kept, changed] },
  };
  expect(ratingTitle({ ...decided, kind: 'dispute', decision: 'kept' })).toBe(
    'Kept after the dispute by Pat and Hana',
  );
  expect([voiceTitle(kept), voiceTitle(changed)]).toEqual([
    'Pat wished to keep it',
    'Hana wished to change it: Meets',
  ]);
});

test('a plan without a word on anybody shows no appraisal; one that is held back does, or where they look back', () => {
  const nothing: Appraisal = {
    ...{
      planId: 'p1',
      about: pat,
      held: false,
      hidden: false,
      ofPredecessor: false,
      released: null,
      self: null,
    },
    ...{
      release: { may: false, why: null },
      ratings: [],
      acknowledgements: [],
      disputes: [],
      written: [],
      deciding: null,
    },
  };
  expect(isEmpty(nothing)).toBe(true);
  expect(isEmpty({ ...nothing, held: true, hidden: true })).toBe(false);
  const looked = {
    at: '2026-07-01T09:00:00Z',
    goals: [],
    evidence: 'The year in a sentence.',
    evidenceItems: [],
  };
  const self: Appraisal['self'] = { results: 'meets', methods: 'exceeds', ...looked };
  expect(isEmpty({ ...nothing, self })).toBe(false);
});
