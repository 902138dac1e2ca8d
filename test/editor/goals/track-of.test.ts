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
  expect(withUnit(null, 'days')).toBe('no value yet');
});

test('percent stand as the language writes them, in German on one line with their number', () => {
  setSpoken('de', {});
  expect(withUnit(41.4, '%')).toBe('41,4\u00a0%');
  setSpoken('en', {});
  expect(withUnit(41.4, '%')).toBe('41.4%');
});
