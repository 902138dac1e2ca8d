import { describe, expect, test } from 'vitest';
import { cases } from './dmn/cases.ts';
import { deviationsOf } from './dmn/run-case.ts';

describe('compliance level 2 of the DMN TCK', () => {
  test('is there with each of its folders', () => {
    expect(cases).toHaveLength(29);
    expect(cases.filter(({ excluded }) => excluded).map(({ name }) => name)).toEqual([
      '0201-sepsis-mitigation',
    ]);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(deviationsOf(one)).toEqual([]);
  });
});
