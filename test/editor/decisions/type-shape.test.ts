import { describe, expect, test } from 'vitest';
import {
  allowedFrom,
  basisOf,
  madeAs,
  madeOf,
  structure,
  textsOf,
  typeOptions,
  withFieldNamed,
} from '../../../editor/decisions/types/type-shape.ts';

describe('the allowed values of a type', () => {
  test('are a list of texts where they are that alone', () => {
    expect(textsOf(undefined)).toEqual([]);
    expect(textsOf('"below", "a, b", "say \\"no\\""')).toEqual(['below', 'a, b', 'say "no"']);
    expect(textsOf('not("below")')).toBeNull();
    expect(textsOf('"a", 1')).toBeNull();
  });
  test('are written back as they were read', () => {
    const texts = ['plain', 'a, b', 'a "quoted" one', 'back\\slash'];
    expect(textsOf(allowedFrom(texts))).toEqual(texts);
    expect(allowedFrom([])).toBeUndefined();
  });
});

describe('what a type is made of', () => {
  const cycle = {
    types: {
      rating: { type: 'string' },
      grade: { type: 'rating' },
      grades: { type: 'grade', list: true as const },
      loop: { type: 'loop' },
      pair: { fields: { value: { type: 'number' } } },
    },
  };
  test('is a built-in one in the end, through those between', () => {
    expect(basisOf(cycle, { type: 'grade' })).toBe('string');
    expect(basisOf(cycle, { type: 'grades' })).toBeNull();
    expect(basisOf(cycle, { type: 'pair' })).toBeNull();
    expect(basisOf(cycle, { type: 'loop' })).toBeNull();
    expect(basisOf(cycle, {})).toBeNull();
  });
  test('becomes a structure with a first field, and a plain type again', () => {
    const made = madeAs({ type: 'string', allowed: '"a"', description: 'Kept' }, structure);
    expect(made).toEqual({ description: 'Kept', fields: { value: { type: 'string' } } });
    expect(madeOf(made)).toBe(structure);
    expect(madeAs(made, 'number')).toEqual({ description: 'Kept', type: 'number' });
  });
  test('can be chosen from all types, and one that is gone is still shown', () => {
    const values = typeOptions(cycle, 'lost').map(({ value, label }) => (value === label ? value : label));
    expect(values).toContain('date and time');
    expect(values.slice(-2)).toEqual(['pair', 'lost, which is not there']);
    expect(typeOptions(cycle, 'pair').some(({ value, label }) => value !== label)).toBe(false);
  });
});

test('a field keeps its place under another name', () => {
  expect(Object.keys(withFieldNamed({ a: {}, b: {}, c: {} }, 'b', 'x'))).toEqual(['a', 'x', 'c']);
});
