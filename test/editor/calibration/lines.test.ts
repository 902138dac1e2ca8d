import { expect, test } from 'vitest';
import type { CalibrationFinding } from '../../../editor/app/api/wire.ts';
import {
  chosenLines,
  findingsOf,
  namesIn,
  nextOpen,
  progressOf,
  spreadOf,
} from '../../../editor/calibration/lines.ts';
import { lineOf as line } from '../../support/calibration-line.ts';

const open = (mayDecide = true) => ({ id: 't', mayDecide, dueAt: null });
const finding = (about: CalibrationFinding['about']): CalibrationFinding => ({
  rule: 'RAT-01',
  about,
  figure: 1,
  message: 'Look again.',
  hrOnly: false,
});
const change = {
  at: '2026-01-05T09:00:00Z',
  by: { id: 'hana', name: 'Hana' },
  from: 'exceeds',
  to: 'meets',
  methodsFrom: null,
  methodsTo: null,
  reason: 'Counted twice.',
} as const;

test('a finding about a rater shows all whom that person rated, and asks about none of them alone', () => {
  const lines = [line('a'), line('b', { rater: { id: 'otto', name: 'Otto' } })];
  const found = finding({ kind: 'rater', raterId: 'rita' });
  const chosen = chosenLines(lines, [found], { show: 'all', finding: found });
  expect(chosen.map(({ planId }) => planId)).toEqual(['a']);
  expect(lines.flatMap((one) => findingsOf(one, [found]))).toEqual([]);
  expect(namesIn(found, lines)).toEqual(['Rita']);
});

test('who has a namesake beside them is named with their place', () => {
  const ann = { owner: { id: 'ann', name: 'Ann' } };
  const lines = [line('a', ann), line('b', ann), line('c', { owner: { id: 'bo', name: 'Bo' } })];
  const found = finding({ kind: 'plans', planIds: ['a', 'b', 'c'] });
  expect(namesIn(found, lines)).toEqual(['Ann (Team a)', 'Ann (Team b)', 'Bo']);
});

test('those asked about are those that a finding names', () => {
  const lines = [line('a'), line('b')];
  const found = [finding({ kind: 'plans', planIds: ['b'] })];
  const chosen = chosenLines(lines, found, { show: 'found', finding: null });
  expect(chosen.map(({ planId }) => planId)).toEqual(['b']);
});

test('a group that the session changed is shown before and now', () => {
  const lines = [
    line('a', { rated: 'exceeds', now: 'meets', changes: [change] }),
    line('b', { rated: null, now: null }),
    line('c', { group: null }),
  ];
  expect(spreadOf(lines)).toEqual([
    {
      group: 'Buildings',
      before: { below: 0, meets: 0, exceeds: 1, notScored: 1 },
      now: { below: 0, meets: 1, exceeds: 0, notScored: 1 },
      changed: 1,
    },
    {
      group: null,
      before: { below: 0, meets: 1, exceeds: 0, notScored: 0 },
      now: { below: 0, meets: 1, exceeds: 0, notScored: 0 },
      changed: 0,
    },
  ]);
  expect(progressOf(lines)).toEqual({ people: 3, rated: 2, decided: 1, changed: 1 });
});

test('a rating that came back to the session is not decided', () => {
  expect(progressOf([line('a', { changes: [change], task: open() })]).decided).toBe(0);
});

test('after a decision comes the next that one may decide, and after the last the first', () => {
  const lines = [line('a', { task: open() }), line('b', { task: open(false) }), line('c', { task: open() })];
  expect(nextOpen(lines, 'a')?.planId).toBe('c');
  expect(nextOpen(lines, 'c')?.planId).toBe('a');
  expect(nextOpen([line('a', { task: open() })], 'a')).toBeNull();
});
