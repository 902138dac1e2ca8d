// Decisions of a cycle go out as DMN and come back as they were, whatever they hold.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Cycle,
  type Decision,
  type DecisionLogic,
  type DecisionType,
  decisionsFromDmn,
  decisionsSchema,
  decisionsToDmn,
  decisionTypesSchema,
  hitPolicies,
} from '../../../engine/index.ts';

const word = fc.constantFrom('score', 'pay band', 'größe', 'n', 'Years of Service', '_x1', 'level');
const label = fc.constantFrom('Results', 'A <b> & "c"', 'line\nbreak', '}]>', 'é漢😀', "it's");
const feel = fc.constantFrom(
  '1',
  '"a"',
  'score + 1',
  '< 5 and "x" != "&lt;"',
  '{ a: 1 }',
  'for n in [1] return n',
);
const cell = fc.constantFrom('-', '', '> 5', '"a", "b"', 'not("<")', '[1..2)');
const typeName = fc.constantFrom('number', 'string', 'date and time', 'Any', 'rating');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** As documents have them: a key without a value is left out. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

const record = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields as never).map((value) => given(value as T));

const tableLogic: fc.Arbitrary<DecisionLogic> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }))
  .chain(([inputs, outputs, rules]) =>
    record<Extract<DecisionLogic, { kind: 'table' }>>({
      kind: fc.constant('table' as const),
      type: maybe(typeName),
      hit: maybe(fc.constantFrom(...hitPolicies)),
      inputs: fc.array(
        record({
          label: maybe(label),
          expression: feel,
          type: maybe(typeName),
          allowed: maybe(cell.filter(Boolean)),
        }),
        { minLength: inputs, maxLength: inputs },
      ) as never,
      outputs: fc.array(
        record({
          name: maybe(word),
          label: maybe(label),
          type: maybe(typeName),
          allowed: maybe(cell.filter(Boolean)),
          default: maybe(feel),
        }),
        { minLength: outputs, maxLength: outputs },
      ) as never,
      annotations: maybe(fc.array(label, { minLength: 1, maxLength: 2 })),
      rules: fc.array(
        record({
          description: maybe(label),
          when: fc.array(cell, { minLength: inputs, maxLength: inputs }),
          give: fc.array(feel, { minLength: outputs, maxLength: outputs }),
          notes: maybe(fc.array(label, { minLength: 1, maxLength: 2 })),
        }),
        { minLength: rules, maxLength: rules },
      ) as never,
    }),
  );

const { logic } = fc.letrec<{ logic: DecisionLogic }>((tie) => {
  const inner = tie('logic');
  const typed = { type: maybe(typeName) };
  const parameter = record({ name: word, type: maybe(typeName) });
  const literal = record({ kind: fc.constant('expression'), ...typed, text: feel });
  const entry = record({ name: maybe(word), type: maybe(typeName), logic: inner });
  const named = record({ name: word, type: maybe(typeName), logic: inner });
  return {
    logic: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      literal,
      tableLogic,
      record({ kind: fc.constant('context'), ...typed, entries: fc.array(entry, { maxLength: 3 }) }),
      record({ kind: fc.constant('list'), ...typed, items: fc.array(inner, { maxLength: 3 }) }),
      record({
        kind: fc.constant('relation'),
        ...typed,
        columns: fc.array(parameter, { minLength: 1, maxLength: 2 }),
        rows: fc.array(fc.array(literal, { maxLength: 2 }), { maxLength: 2 }),
      }),
      record({
        kind: fc.constant('invocation'),
        ...typed,
        function: word,
        arguments: fc.array(named, { maxLength: 2 }),
      }),
      record({
        kind: fc.constant('function'),
        ...typed,
        parameters: fc.array(parameter, { maxLength: 2 }),
        body: inner,
      }),
      record({ kind: fc.constant('conditional'), ...typed, test: inner, yes: inner, no: inner }),
      record({ kind: fc.constant('filter'), ...typed, in: inner, match: inner }),
      record({
        kind: fc.constantFrom('for', 'some', 'every'),
        ...typed,
        variable: word,
        in: inner,
        body: inner,
      }),
    ) as never,
  };
});

const decision = record<Decision>({
  name: maybe(label),
  description: maybe(label),
  type: maybe(typeName),
  parameters: maybe(fc.array(record({ name: word, type: maybe(typeName) }), { maxLength: 2 }) as never),
  logic: logic as never,
});

const { type } = fc.letrec<{ type: DecisionType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2 },
    record({
      description: maybe(label),
      type: maybe(typeName),
      list: maybe(fc.constant(true as const)),
      allowed: maybe(cell.filter(Boolean)),
      constraint: maybe(cell.filter(Boolean)),
    }),
    record({
      list: maybe(fc.constant(true as const)),
      fields: fc.dictionary(word, tie('type'), { minKeys: 1, maxKeys: 3 }),
    }),
  ) as never,
}));

/** None of them is a name that the texts look at: a decision that needs itself is refused. */
const key = fc.constantFrom('rule', 'pay rule', 'größen', '_r1', 'Rule of 3', 'B');
const dictionary = <T>(values: fc.Arbitrary<T>) =>
  fc.dictionary(key, values, { maxKeys: 4, noNullPrototype: true });

test('decisions and types that a document may hold come back equal, and in the same order', () => {
  fc.assert(
    fc.property(dictionary(type), dictionary(decision), (types, decisions) => {
      const sound = { types: decisionTypesSchema.parse(types), decisions: decisionsSchema.parse(decisions) };
      const cycle: Cycle = {
        schema: 'cycle/1',
        id: 'c',
        name: 'C',
        ...sound,
        initial: 'end',
        stages: { end: { type: 'final' } },
      };
      const read = decisionsFromDmn(decisionsToDmn(cycle));
      if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
      expect(JSON.stringify({ types: read.types, decisions: read.decisions })).toBe(JSON.stringify(sound));
    }),
    { numRuns: 100 },
  );
}, 30_000);
