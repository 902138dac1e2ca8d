import { describe, expect, test } from 'vitest';
import {
  type LaunchValues,
  launchAgain,
  selected,
  toNewLaunch,
  yearOf,
} from '../../../editor/launches/new-launch.ts';
import type { Component } from '../../../engine/index.ts';

const component = (id: string, parentId: string | null, kind: Component['kind'] = 'team'): Component => ({
  id,
  kind,
  name: id,
  parentId,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
});
const city = [
  component('city', null, 'organisation'),
  component('parks', 'city', 'department'),
  component('trees', 'parks'),
  component('fire', 'city', 'department'),
];
const values: LaunchValues = {
  cycleId: 'loop',
  version: '',
  choose: 'selector',
  under: '',
  kinds: [],
  componentIds: [],
  again: false,
  anonymity: null,
  start: '2026-01-01',
  end: '2026-12-31',
  variables: {},
};
const ids = (change: Partial<LaunchValues>) => selected(city, { ...values, ...change }).map(({ id }) => id);

describe('the components of a launch', () => {
  test('are all when nothing narrows them', () => {
    expect(ids({})).toEqual(['city', 'parks', 'trees', 'fire']);
  });
  test('are a component and all below it, of the chosen kinds', () => {
    expect(ids({ under: 'parks' })).toEqual(['parks', 'trees']);
    expect(ids({ under: 'parks', kinds: ['team'] })).toEqual(['trees']);
    expect(ids({ kinds: ['department'] })).toEqual(['parks', 'fire']);
  });
  test('are those picked, whatever the place and kinds say', () => {
    expect(ids({ choose: 'pick', componentIds: ['fire', 'city'], under: 'parks' })).toEqual(['city', 'fire']);
  });
  test('end with a component that is its own ancestor', () => {
    const ring = [component('a', 'b'), component('b', 'a')];
    expect(selected(ring, { ...values, under: 'city' })).toEqual([]);
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
      componentIds: ['fire'],
      variables: { maxRounds: 2 },
    };
    expect(toNewLaunch(given)).toEqual({
      cycleId: 'loop',
      version: 3,
      componentIds: ['fire'],
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
  test('covers the calendar year of today', () => {
    expect(yearOf('2026-11-23T23:00:00Z')).toEqual({ start: '2026-01-01', end: '2026-12-31' });
  });
});
