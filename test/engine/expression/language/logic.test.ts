// DMN 10.3.2.2, tables 49 and 50: and, or, not and if with three values; what is no boolean is null.
import { expect, test } from 'vitest';
import { evaluate, gives, shown } from './given.ts';

const values = ['true', 'false', 'null'];
const and = ['true', 'false', 'null', 'false', 'false', 'false', 'null', 'false', 'null'];
const or = ['true', 'true', 'true', 'true', 'false', 'null', 'true', 'null', 'null'];

const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));

test.each(pairs.map(([a, b], index) => [a, b, and[index]!, or[index]!]))(
  '%s with %s: and %s, or %s',
  (a, b, both, either) => {
    expect(shown(evaluate(`${a} and ${b}`))).toBe(both);
    expect(shown(evaluate(`${a} or ${b}`))).toBe(either);
  },
);

gives([
  ['not(true)', 'false'],
  ['not(false)', 'true'],
  ['not(null)', 'null'],
  ['not(1)', 'null'],
  ['1 and true', 'null'],
  ['1 and false', 'false'],
  ['"a" or true', 'true'],
  ['true and true or false', 'true'],
  ['false or true and false', 'false'],
  ['if true then 1 else 2', '1'],
  ['if null then 1 else 2', '2'],
  ['if 1 then 1 else 2', '2'],
  ['if n > 2 then "a" else "b"', '"a"'],
  ['some x in xs satisfies x > 2', 'true'],
  ['some x in xs satisfies x > 3', 'false'],
  ['some x in [1, null] satisfies x > 2', 'null'],
  ['some x in [] satisfies true', 'false'],
  ['every x in xs satisfies x > 0', 'true'],
  ['every x in [1, null] satisfies x > 0', 'null'],
  ['every x in [] satisfies false', 'true'],
  ['some x in xs, y in xs satisfies x + y = 6', 'true'],
  ['every x in 1 satisfies true', 'null'],
]);
