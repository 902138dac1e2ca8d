// What guards can come to: proved for all values, or shown by some.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirm } from '../../../../engine/expression/guards/confirm.ts';
import { decideBranches, valuesOf } from '../../../../engine/expression/guards/decide-branches.ts';
import type { Domain, DomainOf, Guard } from '../../../../engine/expression/guards/guard.ts';
import { guardOf, readExpression } from '../../../../engine/expression/guards/read-guard.ts';
import { weigh } from '../../../../engine/expression/guards/weigh.ts';
import { type Json, makeEvaluator } from '../../../../engine/index.ts';

const domains: Record<string, Domain> = {
  score: { kind: 'number', min: 0, max: 120, nullable: true },
  round: { kind: 'number', min: 0, whole: true, nullable: false },
  limit: { kind: 'number', nullable: false },
  outcome: { kind: 'choice', values: ['below', 'meets', 'exceeds'], nullable: true },
  urgent: { kind: 'choice', values: [true, false], nullable: false },
  name: { kind: 'text', nullable: true },
  today: { kind: 'day', nullable: false },
  'result.decision': { kind: 'choice', values: ['agreed', 'returned'], nullable: false },
  'count(goals)': { kind: 'number', min: 0, whole: true, nullable: false },
};
const domainOf: DomainOf = ({ text }) => domains[text] ?? { kind: 'unknown' };

function guard(text: string): Guard {
  const expression = readExpression(text);
  if (!expression) throw new Error(`${text} is no expression.`);
  return guardOf(expression);
}
const decide = (...guards: string[]) => decideBranches(guards.map(guard), domainOf);

describe('a list of guards', () => {
  test.each([
    [['score < 100', 'score >= 100', 'score = null']],
    [['urgent', 'not(urgent)']],
    [['outcome = "below"', 'outcome in ("meets", "exceeds")', 'outcome = null']],
    [['round < limit', 'round >= limit']],
    [['round in [0..3)', 'round between 3 and 7', 'round > 7']],
    [['today < date("2026-06-01")', 'today >= date("2026-06-01")']],
    [['result.decision = "agreed"', 'result.decision = "returned"']],
    [['if urgent then round < 3 else true', 'urgent and not(round < 3)']],
    [['outcome != "below"', 'outcome = "below"']],
    [['count(goals) > 0', 'count(goals) = 0']],
  ])('%j is whole', (guards) => {
    expect(decide(...guards).none).toBe('never');
  });

  test.each<[string[], Record<string, Json>]>([
    [['score < 100', 'score >= 100'], { score: null }],
    [['score < 100', 'not(score < 100)'], { score: null }],
    [['score < 100', 'score > 100', 'score = null'], { score: 100 }],
    [['round < 3', 'round > 5'], { round: 3 }],
    [['outcome = "below"', 'outcome = "meets"'], { outcome: 'exceeds' }],
    [['round < limit', 'round > limit'], { round: 0, limit: 0 }],
    [['name = "a"', 'name != "a" and name != null'], { name: null }],
    [['today < date("2026-06-01")', 'today > date("2026-06-01")'], { today: '2026-06-01' }],
    [['urgent and round > 0'], { urgent: true, round: 0 }],
  ])('%j leaves something open', (guards, shown) => {
    const { none, witness } = decide(...guards);
    expect(none).toBe('shown');
    expect(witness && valuesOf(witness)).toEqual(shown);
  });

  test.each([
    [['event.data.x = "a"', 'event.data.x != "a"']],
    [['matches(name, "a.*")', 'not(matches(name, "a.*"))']],
  ])(
    '%j is not known to be whole: the value may be of another kind, or the expression give nothing',
    (guards) => {
      expect(decide(...guards).none).not.toBe('never');
    },
  );

  test('says which of them can never be the first to hold', () => {
    expect(decide('round < 5', 'round < 3', 'round >= 5').possible).toEqual([0, 2]);
  });

  test('says which of them can never hold', () => {
    expect(decide('round < 0', 'round > 3 and round < 2', 'round > 3').canHold).toEqual([false, false, true]);
  });

  test('says which of them cannot fail', () => {
    expect(decide('round >= 0', 'score >= 0').canFail).toEqual([false, true]);
  });

  test('tells a general case behind its exception from two cases that cross', () => {
    const overlap = (...guards: string[]) => decide(...guards).overlaps.map(({ nested }) => nested);
    expect(overlap('round > 5', 'round > 3')).toEqual([true]);
    expect(overlap('round > 5', 'urgent')).toEqual([false]);
    expect(overlap('round > 5', 'round < 3')).toEqual([]);
  });

  test('is decided with the values that are known', () => {
    const known = new Map([['urgent', true]]);
    expect(decideBranches([guard('urgent'), guard('round > 3')], domainOf, known)).toMatchObject({
      possible: [0],
      none: 'never',
    });
  });

  test('of too many names is left open', () => {
    const names = 'abcdefghijklmn'.split('').map((name) => `${name} = 1`);
    expect(decide(...names).none).toBe('unknown');
  });
});

describe('an example', () => {
  const evaluator = makeEvaluator();
  const shown = (holds: boolean, ...guards: string[]) => {
    const { witness, opaque, overlaps } = decide(...guards);
    const found = holds ? overlaps[0]?.witness : witness;
    return found ? confirm(evaluator, guards, { witness: found, opaque, holds }) : null;
  };

  test('may need so many goals of which nothing more is known', () => {
    expect(shown(false, 'count(goals) > 1')).toEqual({ 'count(goals)': 0 });
    expect(shown(true, 'count(goals) > 1', 'round > 3')).toEqual({ 'count(goals)': 2, round: 4 });
  });

  test('is given only when it was evaluated', () => {
    expect(shown(false, 'every g in goals satisfies g.critical')).toBeNull();
    expect(shown(false, 'some g in goals satisfies g.critical')).toEqual({ goals: [] });
    expect(shown(false, 'today < period.end + duration("P1D")')).toBeNull();
  });
});

// Guards of the kind that can be reasoned about, over names with these values.
const names = {
  score: fc.option(fc.constantFrom(0, 50, 99, 100, 101, 120)),
  round: fc.nat(6),
  limit: fc.constantFrom(-2, -1, 0, 0.5, 1, 2, 2.5, 3, 4, 5.5, 6, 120),
  outcome: fc.option(fc.constantFrom('below', 'meets', 'exceeds')),
  urgent: fc.boolean(),
  name: fc.option(fc.constantFrom('a', 'b', 'other')),
};
const values = fc.record(names);

const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const atom = fc.oneof(
  fc
    .tuple(fc.constantFrom('score', 'round', 'limit'), operator, fc.integer({ min: -1, max: 120 }))
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('round', 'limit', 'score'), operator, fc.constantFrom('round', 'limit'))
    .map((parts) => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom('outcome', 'name'),
      fc.constantFrom('=', '!='),
      fc.constantFrom('"below"', '"meets"', '"a"', 'null'),
    )
    .map((parts) => parts.join(' ')),
  fc.constantFrom(
    'urgent',
    'outcome in ("below", "meets")',
    'round in [1..3]',
    'round in (1, 4)',
    'score between 50 and 100',
    'score = null',
  ),
);
const { text } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: atom, weight: 3 },
    {
      arbitrary: fc
        .tuple(tie('text'), fc.constantFrom('and', 'or'), tie('text'))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      weight: 2,
    },
    { arbitrary: tie('text').map((inner) => `not(${inner})`), weight: 1 },
    {
      arbitrary: fc
        .tuple(tie('text'), tie('text'), tie('text'))
        .map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
      weight: 1,
    },
  ),
}));

const evaluator = makeEvaluator();
const holdsFor = (expression: string, given: Record<string, Json>): boolean => {
  const evaluated = evaluator.evaluate(expression, (name) => given[name]);
  return evaluated.kind === 'value' && evaluated.sure && evaluated.json === true;
};

test('what is reasoned about a guard is what it evaluates to', () => {
  fc.assert(
    fc.property(text, values, (expression, given) => {
      const truth = weigh(guard(expression), ({ text: name }) => given[name as keyof typeof given]);
      if (truth !== 'any')
        expect([expression, given, truth === 'true']).toEqual([
          expression,
          given,
          holdsFor(expression, given),
        ]);
    }),
    { numRuns: 2_000, seed: 20260105 },
  );
});

test('what is proved of a list of guards holds for all values', () => {
  let whole = 0;
  let shown = 0;
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), values, (guards, given) => {
      const decision = decide(...guards);
      const held = guards.map((one) => holdsFor(one, given));
      const first = held.indexOf(true);
      if (first >= 0) expect(decision.possible).toContain(first);
      else expect(decision.none).not.toBe('never');
      whole += decision.none === 'never' ? 1 : 0;
      for (const [place, holds] of held.entries()) {
        if (holds) expect(decision.canHold[place]).toBe(true);
        else expect(decision.canFail[place]).toBe(true);
      }
      if (decision.none !== 'shown' || !decision.witness) return;
      shown += 1;
      const example = { ...given, ...valuesOf(decision.witness) };
      expect(guards.map((one) => holdsFor(one, example))).toEqual(guards.map(() => false));
      for (const { first: a, second: b, witness } of decision.overlaps) {
        const both = { ...given, ...valuesOf(witness) };
        expect([holdsFor(guards[a]!, both), holdsFor(guards[b]!, both)]).toEqual([true, true]);
      }
    }),
    { numRuns: 1_500, seed: 20260105 },
  );
  expect([whole > 50, shown > 500]).toEqual([true, true]);
}, 60_000);
