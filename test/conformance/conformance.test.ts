import { describe, expect, test } from 'vitest';
import { exclusions, fixtures } from './fixtures.ts';
import { resultOf, strangers } from './results.ts';

describe('the public SCXML fixtures', () => {
  test('are all there', () => {
    expect(fixtures.filter(({ folder }) => folder !== 'w3c-ecma')).toHaveLength(127);
    expect(fixtures.filter(({ folder }) => folder === 'w3c-ecma')).toHaveLength(208);
  });

  test('that are excluded or amended exist', () => {
    expect(strangers()).toEqual([]);
  });

  test('are excluded for reasons that are all in use', () => {
    const used = new Set(Object.values(exclusions.excluded));
    expect(Object.keys(exclusions.reasons).filter((reason) => !used.has(reason))).toEqual([]);
  });

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const reason = exclusions.excluded[name];
    expect(resultOf(fixture)).toEqual(
      reason === undefined ? { kind: 'passed' } : { kind: 'excluded', reason },
    );
  });
});
