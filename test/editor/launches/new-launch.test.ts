import { describe, expect, test } from 'vitest';
import {
  type LaunchValues,
  launchAgain,
  periodOf,
  toNewLaunch,
  toSelector,
} from '../../../editor/launches/new-launch.ts';
import { tickOne } from '../../../editor/launches/picking.ts';

const year = { start: '2026-01-01', end: '2026-12-31' };
const values: LaunchValues = {
  cycleId: 'loop',
  version: '',
  choose: 'selector',
  under: '',
  kinds: [],
  picked: [],
  again: false,
  anonymity: null,
  start: '2026-01-01',
  end: '2026-12-31',
  variables: {},
};
const told = (change: Partial<LaunchValues>) => toSelector({ ...values, ...change });

describe('what a launch tells of its components', () => {
  test('is nothing when all are meant', () => {
    expect(told({})).toEqual({});
  });
  test('is the place and the kinds, where they narrow it', () => {
    expect(told({ under: 'parks' })).toEqual({ under: 'parks' });
    expect(told({ under: 'parks', kinds: ['team'] })).toEqual({ under: 'parks', kinds: ['team'] });
  });
  test('is what was picked, whatever the place and kinds say; null until something is', () => {
    const picked = tickOne([], ['fire', 'city']);
    expect(told({ choose: 'pick', picked, under: 'parks' })).toEqual({
      picks: [{ componentId: 'fire', reach: 'one', isIn: true }],
    });
    expect(told({ choose: 'pick' })).toBeNull();
  });
});

const launch = {
  id: 'lch_1',
  cycleId: 'loop',
  version: 2,
  period: { start: '2026-01-01', end: '2026-03-31' },
  variables: { maxRounds: 2 },
  status: 'done' as const,
  total: 2,
  started: 1,
  failed: 1,
  skipped: 0,
  again: false,
  anonymity: 'confidential' as const,
  createdAt: '2026-01-02T00:00:00Z',
  createdBy: 'hana',
  finishedAt: '2026-01-02T00:00:01Z',
};

describe('what a launch sends', () => {
  test('leaves out what the server decides', () => {
    expect(toNewLaunch(values)).toEqual({
      cycleId: 'loop',
      selector: {},
      period: { start: '2026-01-01', end: '2026-12-31' },
    });
  });
  test('carries the version, the picked components and the changed variables', () => {
    const given = {
      ...values,
      version: '3',
      choose: 'pick' as const,
      picked: tickOne([], ['fire', 'city']),
      variables: { maxRounds: 2 },
    };
    expect(toNewLaunch(given)).toEqual({
      cycleId: 'loop',
      version: 3,
      selector: { picks: [{ componentId: 'fire', reach: 'one', isIn: true }] },
      period: { start: '2026-01-01', end: '2026-12-31' },
      variables: { maxRounds: 2 },
    });
  });
  test('again is the same launch for those that could not start', () => {
    expect(launchAgain(launch, [{ componentId: 'fire', state: 'failed' }])).toEqual({
      cycleId: 'loop',
      version: 2,
      componentIds: ['fire'],
      anonymity: 'confidential',
      period: { start: '2026-01-01', end: '2026-03-31' },
      variables: { maxRounds: 2 },
    });
  });
  test('again is another plan for those that were left out', () => {
    expect(toNewLaunch({ ...values, again: true })).toMatchObject({ again: true });
    expect(launchAgain(launch, [{ componentId: 'fire', state: 'skipped' }])).toMatchObject({
      componentIds: ['fire'],
      again: true,
    });
  });
});

describe('the days of a launch', () => {
  const at = { today: '2026-11-30', cadence: 'quarter' as const, fiscalYearStart: 1 };
  test('are those of the cycle’s cadence around today, a year where it has none', () => {
    expect(periodOf({ typed: null, later: 0 }, at)).toEqual({ start: '2026-10-01', end: '2026-12-31' });
    expect(periodOf({ typed: null, later: 0 }, { ...at, cadence: undefined })).toEqual(year);
  });
  test('are parts of the organisation’s fiscal year', () => {
    const fromJuly = { ...at, cadence: undefined, fiscalYearStart: 7 };
    expect(periodOf({ typed: null, later: 0 }, fromJuly)).toEqual({ start: '2026-07-01', end: '2027-06-30' });
    expect(periodOf({ typed: null, later: 1 }, fromJuly)).toEqual({ start: '2027-07-01', end: '2028-06-30' });
  });
  test('are by one press those after them, also of a cycle that is chosen then', () => {
    const next = { typed: null, later: 1 };
    expect(periodOf(next, at)).toEqual({ start: '2027-01-01', end: '2027-03-31' });
    expect(periodOf(next, { ...at, cadence: 'month' })).toEqual({ start: '2026-12-01', end: '2026-12-31' });
  });
  test('stay as they were typed whatever cycle is chosen then', () => {
    const typed = { start: '2026-07-01', end: '2027-06-30' };
    expect(periodOf({ typed, later: 0 }, at)).toEqual(typed);
    expect(periodOf({ typed, later: 0 }, { ...at, cadence: 'month' })).toEqual(typed);
  });
});
