import { describe, expect, test } from 'vitest';
import type { RollUpItem } from '../../../editor/app/api/wire.ts';
import { daysText, outcomeWords, standingWords, waitWords } from '../../../editor/reports/report-words.ts';
import { standingOf } from '../../../editor/reports/standing.ts';
import { cyclesWithStays, waitLines } from '../../../editor/reports/wait-lines.ts';

const item = (componentId: string, parentId: string | null, score: number | null): RollUpItem => ({
  componentId,
  parentId,
  name: componentId,
  kind: 'department',
  withheld: false,
  score,
  outcome: score === null ? null : score < 100 ? 'below' : score < 120 ? 'meets' : 'exceeds',
  reason: null,
  coverage: 0.874,
  measures: { below: 0, meets: 0, exceeds: 0, notScored: 0 },
  planId: null,
  stage: [],
});

describe('how plans came out', () => {
  test('counts what met, what went beyond and what has no score', () => {
    const items = [
      { below: 2, meets: 3, exceeds: 1, notScored: 1 },
      { below: 0, meets: 4, exceeds: 0, notScored: 0 },
    ];
    expect(outcomeWords(items)).toBe(
      '8 of 10 plans came out as expected or better, 1 of them more than expected; 2 came out below. 1 plan ended without a score.',
    );
  });
  test('says so when nothing has come out', () => {
    expect(outcomeWords([])).toBe('No plan has come out yet.');
    expect(outcomeWords([{ below: 0, meets: 0, exceeds: 0, notScored: 2 }])).toBe(
      '2 plans ended without a score.',
    );
  });
});

describe('where plans wait', () => {
  const times = [
    { cycleId: 'loop', stage: 'closed', stays: 0, medianDays: null, now: 9 },
    { cycleId: 'loop', stage: 'appraise', stays: 3, medianDays: 4.25, now: 1 },
    { cycleId: 'loop', stage: 'goals', stays: 5, medianDays: 9, now: 0 },
    { cycleId: 'loop', stage: 'observe', stays: 4, medianDays: 91, now: 6, drill: { stage: 'observe' } },
    { cycleId: 'okr', stage: 'write', stays: 1, medianDays: 2, now: 0 },
  ];
  const cycle = {
    stages: {
      goals: { initial: 'observe', stages: { observe: { name: 'Observe', kind: 'observe' as const } } },
      appraise: { name: 'Appraise', kind: 'appraise' as const },
      closed: { type: 'final' as const },
    },
  };
  test('leaves out final stages and those that hold others, in the order of the cycle', () => {
    expect(waitLines(times, 'loop', cycle)).toEqual([
      {
        ...{ stage: 'observe', stageName: 'Observe', kind: 'observe', medianDays: 91, stays: 4, now: 6 },
        drill: { stage: 'observe' },
      },
      // Whoever may not read its plans is led nowhere.
      {
        ...{ stage: 'appraise', stageName: 'Appraise', kind: 'appraise', medianDays: 4.25, stays: 3, now: 1 },
        drill: null,
      },
    ]);
  });
  test('names the longest and the fullest stage', () => {
    expect(waitWords(waitLines(times, 'loop', cycle))).toBe(
      'Half of the stays in “Observe” take 91 days or longer; no other stage keeps plans longer. Most plans are now in “Observe”: 6.',
    );
    expect(waitWords([])).toBe('No plan has been started yet.');
  });
  test('begins with the cycle that has most plans', () => {
    expect(cyclesWithStays([...times].reverse())).toEqual(['loop', 'okr']);
  });
  test('says days with one digit while they are few', () => {
    expect([0.4, 1, 4.25, 91.4].map(daysText)).toEqual(['less than a day', '1 day', '4.3 days', '91 days']);
  });
});

describe('how the organisation stands', () => {
  const items = [
    item('fire', 'city', 110),
    item('city', null, 96.2),
    item('parks', 'city', 72),
    item('311', 'city', null),
  ];
  test('shows the whole and its parts, the lowest first and those without a score last', () => {
    const { whole, parts } = standingOf(items);
    expect([whole?.componentId, parts.map((part) => part.componentId)]).toEqual([
      'city',
      ['parks', 'fire', '311'],
    ]);
  });
  test('has no whole for a reader who sees several tops', () => {
    const { whole, parts } = standingOf([item('a', 'hidden', 110), item('b', 'hidden', 90)]);
    expect([whole, parts.map((part) => part.componentId)]).toEqual([null, ['b', 'a']]);
  });
  test('is said in words', () => {
    const { whole, parts } = standingOf(items);
    expect(standingWords(whole, parts)).toBe(
      'city scores 96.2, below expectations, from 87% of what it could measure. 1 of its 2 scored parts meet or exceed expectations. parks is lowest with 72.0. 1 could not be scored.',
    );
    expect(standingWords(null, [])).toBe('Nothing can be scored yet: no measure has a standard and a value.');
  });
  test('says that scores are withheld, and of some of them says nothing', () => {
    const withheld = (one: RollUpItem): RollUpItem => ({
      ...{ ...one, withheld: true, score: null, outcome: null, coverage: null, measures: null },
    });
    expect(standingWords(withheld(item('city', null, 96)), [withheld(item('parks', 'city', 72))])).toBe(
      'Scores are withheld: they are for those who may read the goals of the components.',
    );
    expect(standingWords(null, [withheld(item('a', null, 96)), item('b', null, 72)])).toBe(
      '0 of its 1 scored part meet or exceed expectations. b is lowest with 72.0.',
    );
  });
});
