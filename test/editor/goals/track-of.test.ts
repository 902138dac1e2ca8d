import { expect, test } from 'vitest';
import { standardWords, trackOf, withUnit } from '../../../editor/goals/track-of.ts';

const points = { kind: 'points' as const, unacceptable: 35, meets: 17, exceeds: 12 };

test('better is always to the right, also where less is better', () => {
  const track = trackOf({ standards: points, direction: 'decrease' }, 11.9);
  const at = Object.fromEntries((track?.marks ?? []).map((mark) => [mark.name, mark.at]));
  expect(at.Floor).toBeLessThan(at.Meets ?? 0);
  expect(at.Meets).toBeLessThan(at.Exceeds ?? 0);
  expect(track?.value).toBeGreaterThan(at.Exceeds ?? 1);
  expect(track?.zones.map(({ outcome }) => outcome)).toEqual(['below', 'meets', 'exceeds']);
});

test('only a target divides the line in below and meets, and the value at the target meets', () => {
  const track = trackOf({ standards: { kind: 'points', meets: 100 }, direction: 'increase' }, 100);
  expect(track?.zones.map(({ outcome }) => outcome)).toEqual(['below', 'meets']);
  expect(track?.value).toBe(track?.zones[1]?.from);
});

test('a range is below on both sides', () => {
  const standards = { kind: 'range' as const, low: 0, okLow: 40, okHigh: 60, high: 100 };
  expect(trackOf({ standards, direction: 'range' }, 50)?.zones.map(({ outcome }) => outcome)).toEqual([
    'below',
    'meets',
    'below',
  ]);
});

test('levels and a missing standard have no line', () => {
  expect(trackOf({ standards: null, direction: 'increase' }, 3)).toBeNull();
  expect(trackOf({ standards: { kind: 'levels', levels: { a: 100 } }, direction: 'rubric' }, 'a')).toBeNull();
});

test('says the standard in a sentence with its unit', () => {
  expect(standardWords({ standards: points, direction: 'decrease', unit: 'days' })).toBe(
    'Meets with at most 17 days, exceeds at 12 days, not acceptable at 35 days.',
  );
  expect(standardWords({ standards: null, direction: 'increase', unit: '' })).toBe(
    'No standard is set, so it is not scored.',
  );
  expect(withUnit(null, '%')).toBe('no value yet');
  expect(withUnit(1234.5, '%')).toBe('1,234.5%');
});
