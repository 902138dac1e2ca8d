import { expect, test } from 'vitest';
import type { Appraisal } from '../../../editor/app/api/wire.ts';
import {
  acknowledgementWords,
  decidingWords,
  disputeWords,
  isEmpty,
  ratingTitle,
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
  expect(decidingWords({ assignee: { id: 'hana', name: 'Hana' }, dueAt: until })).toBe(
    'Hana decides by 2 Feb 2026, who did not rate.',
  );
});

test('each version says who gave it or what was decided on it', () => {
  const given: Omit<Appraisal['ratings'][number], 'kind' | 'decision'> = {
    ...{ version: 1, at: signed.at, by: pat, results: 'meets', methods: 'meets', words: '', reason: null },
    ...{ goals: [], evidenceItems: [] },
  };
  expect([
    ratingTitle({ ...given, kind: 'appraisal', decision: 'given' }),
    ratingTitle({ ...given, kind: 'calibration', decision: 'kept' }),
    ratingTitle({ ...given, kind: 'dispute', decision: 'changed' }),
  ]).toEqual(['Rated by Pat', 'Kept in the calibration by Pat', 'Changed after the dispute by Pat']);
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
