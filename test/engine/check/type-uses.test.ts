import { describe, expect, test } from 'vitest';
import { applyFix, type Cycle, checkCycle, typeRenames, typeUses } from '../../../engine/index.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'end',
  types: {
    rating: { type: 'string', allowed: '"rating", "other"' },
    'fair rating': { type: 'rating', description: 'rating' },
    ratings: { list: true, type: 'rating', constraint: 'every one in ? satisfies one instance of rating' },
    pair: { fields: { rating: { type: 'number' }, type: { type: 'rating' } } },
  },
  decisions: {
    rating: {
      type: 'rating',
      logic: { kind: 'expression', text: 'if rating instance of rating then 1 else 2' },
    },
    table: {
      logic: {
        kind: 'table',
        inputs: [{ label: 'rating', expression: 'outcome', type: 'rating' }],
        outputs: [{ type: 'fair rating' }],
        rules: [
          { when: ['? instance of list<rating>'], give: ['"rating"'] },
          { when: ['-'], give: ['if 1 instance of  fair rating  then "a" else "b"'] },
        ],
      },
    },
    people: { logic: { kind: 'relation', columns: [{ name: 'rating', type: 'rating' }], rows: [] } },
  },
  stages: { end: { type: 'final' } },
};

const changes = (from: string, to: string) =>
  typeRenames(cycle, from, to).map(({ path, ...rest }) => [path, 'value' in rest && rest.value]);

describe('a type with another name', () => {
  test('is called so by columns, decisions, other types and tests, and by nothing that only looks like it', () => {
    expect(changes('rating', 'grade')).toEqual([
      ['/types/fair rating/type', 'grade'],
      ['/types/ratings/type', 'grade'],
      ['/types/ratings/constraint', 'every one in ? satisfies one instance of grade'],
      ['/types/pair/fields/type/type', 'grade'],
      ['/decisions/rating/type', 'grade'],
      ['/decisions/rating/logic/text', 'if rating instance of grade then 1 else 2'],
      ['/decisions/table/logic/inputs/0/type', 'grade'],
      ['/decisions/table/logic/rules/0/when/0', '? instance of list<grade>'],
      ['/decisions/people/logic/columns/0/type', 'grade'],
    ]);
  });
  test('is found as one name when it has several words', () => {
    expect(changes('fair rating', 'grade')).toEqual([
      ['/decisions/table/logic/outputs/0/type', 'grade'],
      ['/decisions/table/logic/rules/1/give/0', 'if 1 instance of  grade  then "a" else "b"'],
    ]);
  });
  test('is known where it is used, and nowhere else', () => {
    expect(typeUses(cycle, 'ratings')).toEqual([]);
    expect(typeUses(cycle, 'fair rating')).toEqual([
      '/decisions/table/logic/outputs/0/type',
      '/decisions/table/logic/rules/1/give/0',
    ]);
  });
});

describe('the type of the sample', () => {
  const sample = readCycle('organisation-loop.cycle.json');
  test('is as sound under another name', () => {
    const fixed = applyFix(sample, { title: '', commands: typeRenames(sample, 'rating', 'grade of work') });
    if (fixed.kind !== 'fixed') throw new Error(fixed.reason);
    const { rating, ...others } = fixed.cycle.types ?? {};
    const renamed = { ...fixed.cycle, types: { ...others, ...(rating && { 'grade of work': rating }) } };
    expect(checkCycle(renamed)).toEqual(checkCycle(sample));
  });
  test('is missed at each place that names it when it is gone', () => {
    const { types: _, ...gone } = sample;
    const missed = checkCycle(gone).filter(({ code }) => code === 'DEC-01');
    expect(new Set(missed.map(({ pointer }) => pointer))).toEqual(new Set(typeUses(sample, 'rating')));
    expect(missed.map(({ severity }) => severity)).not.toContain('warning');
  });
});
