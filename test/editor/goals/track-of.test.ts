import { describe, expect, test } from 'vitest';
import { standardWords, trackOf, withUnit } from '../../../editor/goals/track-of.ts';
import { setSpoken } from '../../../editor/language/spoken.ts';

const days = { direction: 'decrease' as const, unit: 'days' };
const standards = { kind: 'points' as const, unacceptable: 20, meets: 10, exceeds: 5 };

describe('a standard', () => {
  test('is said in words, in the direction that is better', () => {
    expect(standardWords({ ...days, standards })).toBe(
      'Meets with at most 10\u00a0days, exceeds at 5\u00a0days, unacceptable at 20\u00a0days.',
    );
    expect(
      standardWords({ direction: 'increase', unit: '%', standards: { kind: 'points', meets: 80 } }),
    ).toBe('Meets with at least 80%.');
    expect(standardWords({ ...days, standards: null })).toBe('No standard is set, so it is not scored.');
  });
  test('is drawn from worse to better, so that fewer days stand further right', () => {
    const track = trackOf({ ...days, standards }, 8);
    const places = track?.marks.map(({ at }) => at) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(track?.zones.map(({ outcome }) => outcome)).toEqual(['below', 'meets', 'exceeds']);
    const [, meets = 0, exceeds = 0] = places;
    expect(track?.value).toBeGreaterThan(meets);
    expect(track?.value).toBeLessThan(exceeds);
  });
  test('of milestones is days late, of which fewer are better', () => {
    const milestones = { kind: 'milestones' as const, direction: 'milestone' as const, unit: '' };
    const late = { kind: 'points' as const, unacceptable: 30, meets: 0, exceeds: -10 };
    expect(standardWords({ ...milestones, standards: late })).toBe(
      'Meets with at most 0\u00a0days late, exceeds at -10\u00a0days late, unacceptable at 30\u00a0days late.',
    );
    const places = trackOf({ ...milestones, standards: late }, null)?.marks.map(({ at }) => at) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
  test('that is a curve of its own has its outcomes on the line too', () => {
    const anchors = [10, 50, 60, 80].map((x, place) => ({ x, score: [0, 100, 110, 120][place] ?? 0 }));
    const curve = { kind: 'anchors' as const, mode: 'linear' as const, anchors };
    const track = trackOf({ direction: 'increase', standards: curve }, null);
    expect(track?.zones.map(({ outcome }) => outcome)).toEqual(['below', 'meets', 'exceeds']);
    expect(track?.zones[1]?.from).toBeCloseTo(track?.marks[1]?.at ?? 0, 1);
    expect(track?.marks.map(({ name }) => name)).toContain('Score 110');
    const falling = { ...curve, anchors: anchors.map(({ x, score }) => ({ x: -x, score })) };
    const zones = trackOf({ direction: 'decrease', standards: falling }, null)?.zones ?? [];
    expect(zones.toSorted((a, b) => a.from - b.from).map(({ outcome }) => outcome)).toEqual([
      'below',
      'meets',
      'exceeds',
    ]);
  });
  test('begins at zero where nothing on it is below zero', () => {
    const increase = { direction: 'increase' as const };
    const places = (given: Parameters<typeof trackOf>[0], value: number | null = null) =>
      trackOf(given, value)?.marks.map(({ at }) => Math.round(at * 100));
    expect(places({ ...increase, standards: { kind: 'points', unacceptable: 0, meets: 80 } })?.[0]).toBe(0);
    // Fewer is better: zero is the right end.
    expect(places({ ...days, standards: { kind: 'points', meets: 5, exceeds: 0 } })?.[1]).toBe(100);
    // One in the middle keeps its room above, and has all from zero below.
    expect(trackOf({ ...increase, standards: { kind: 'points', meets: 10, exceeds: 200 } }, 0)?.value).toBe(
      0,
    );
    const range = { kind: 'range' as const, low: 0, okLow: 10, okHigh: 20, high: 30 };
    expect(trackOf({ direction: 'range', standards: range }, 0)?.value).toBe(0);
  });
  test('that reaches below zero keeps room at both ends', () => {
    const track = trackOf(
      { direction: 'increase', standards: { kind: 'points', meets: -2, exceeds: 3 } },
      -5,
    );
    expect(track?.value).toBeGreaterThan(0);
  });
  test('that is best in between says where it exceeds, if it does anywhere', () => {
    const range = { kind: 'range' as const, low: 0, okLow: 10, okHigh: 40, high: 50 };
    const hours = { direction: 'range' as const, unit: 'h' };
    const best = { ...range, ideal: [20, 30] as [number, number] };
    expect(standardWords({ ...hours, standards: best })).toBe(
      'Meets between 10\u00a0h and 40\u00a0h, exceeds from 20\u00a0h to 30\u00a0h.',
    );
    expect(trackOf({ ...hours, standards: best }, null)?.marks.map(({ name }) => name)).toEqual([
      'Meets from',
      'Exceeds from',
      'Exceeds to',
      'Meets to',
    ]);
    expect(standardWords({ ...hours, standards: range })).toBe('Meets between 10\u00a0h and 40\u00a0h.');
  });
  test('without a line draws nothing', () => {
    expect(trackOf({ direction: 'decrease', standards: null }, 8)).toBeNull();
  });
});

test('a value carries its unit, one of time in the singular', () => {
  expect([
    withUnit(1, 'days'),
    withUnit(0.5, 'days'),
    withUnit(1, 'inspections'),
    withUnit(1200, '%'),
  ]).toEqual(['1\u00a0day', '0.5\u00a0days', '1\u00a0inspections', '1,200%']);
  expect(withUnit(1, 'days late')).toBe('1\u00a0day late');
  expect(withUnit(null, 'days')).toBe('no value yet');
});

test('percent stand as the language writes them, in German on one line with their number', () => {
  setSpoken('de', {});
  expect(withUnit(41.4, '%')).toBe('41,4\u00a0%');
  setSpoken('en', {});
  expect(withUnit(41.4, '%')).toBe('41.4%');
});
