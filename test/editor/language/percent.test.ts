import { afterEach, describe, expect, test } from 'vitest';
import { percentText, retell, t, unitAfter } from '../../../editor/language/index.ts';
import { setSpoken } from '../../../editor/language/spoken.ts';

afterEach(() => setSpoken('en', {}));

describe('percent', () => {
  test('stand in a sentence as beside a value, as the language writes them', () => {
    expect(t('{percent} % of weight', { percent: 41.4 })).toBe('41.4% of weight');
    expect(retell('The weights add up to 99 %: 1 % is missing.')).toBe(
      'The weights add up to 99%: 1% is missing.',
    );
    setSpoken('de', { '{percent} % of weight': '{percent} % des Gewichts' });
    expect(t('{percent} % of weight', { percent: 41.4 })).toBe('41,4\u00a0% des Gewichts');
    expect(percentText(12)).toBe('12\u00a0%');
  });
});

test('a unit stays on the line of its number', () => {
  expect(['USD', '%', ''].map(unitAfter)).toEqual(['\u00a0USD', '%', '']);
});
