import { expect, test } from 'vitest';
import type { CalibrationFinding, CalibrationLine } from '../../../editor/app/api/wire.ts';
import { countsByAxes } from '../../../editor/calibration/lines.ts';
import { releaseStateOf } from '../../../editor/calibration/release-state.ts';
import { lineOf as line } from '../../support/calibration-line.ts';

const ready: Partial<CalibrationLine> = { release: { state: 'ready' } };

test('a release is told who is ready, who comes later and why, and whom a check asks about', () => {
  const lines = [
    line('a', ready),
    line('b', ready),
    line('c', { release: { state: 'waiting', why: 'HR releases these ratings.' } }),
    line('d'),
    line('e', { release: { state: 'released' } }),
  ];
  const finding: CalibrationFinding = {
    rule: 'RAT-08',
    about: { kind: 'plans', planIds: ['b', 'd'] },
    figure: 0,
    message: 'No evidence.',
    hrOnly: false,
  };
  expect(releaseStateOf(lines, [finding])).toEqual({
    ready: [lines[0], lines[1]],
    released: 1,
    unrated: [lines[3]],
    waiting: [{ line: lines[2], why: 'HR releases these ratings.' }],
    questioned: [lines[1]],
    questions: new Map([['b', ['No evidence.']]]),
  });
});

test('each person stands in one field of results and methods, and who lacks one in none', () => {
  const lines = [
    line('a', { now: 'exceeds', methodsNow: 'below' }),
    line('b', { now: 'exceeds', methodsNow: 'below' }),
    line('c', { now: 'meets', methodsNow: 'meets' }),
    line('d', { now: 'meets', methodsNow: null }),
  ];
  expect(countsByAxes(lines)).toEqual(
    new Map([
      ['exceeds below', 2],
      ['meets meets', 1],
    ]),
  );
});

test('what has to be looked at first is told row by row; a question about groups stands at each', () => {
  const about = (planId: string) => ({ kind: 'plans' as const, planIds: [planId] });
  const one = {
    rule: 'RAT-08' as const,
    about: about('a'),
    figure: 0,
    message: 'No evidence.',
    hrOnly: false,
  };
  const other = { ...one, rule: 'RAT-11' as const, message: 'The same words.' };
  const groups = {
    ...one,
    rule: 'RAT-06' as const,
    about: { kind: 'round' as const },
    message: 'Groups differ.',
  };
  const those = ['a', 'b'].map((planId) => line(planId, ready));
  expect([...releaseStateOf(those, [one, other]).questions]).toEqual([['a', ['No evidence.']]]);
  expect([...releaseStateOf(those, [groups]).questions.keys()]).toEqual(['a', 'b']);
});
