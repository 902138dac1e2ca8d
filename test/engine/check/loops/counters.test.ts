// Loops that end though they do not count one by one, and their look-alikes that go on for ever.
import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../../../engine/index.ts';
import { cycle, end, step, task } from '../corpus/build.ts';

interface Given {
  guard: string;
  /** What the variables are set to each time round. */
  set: Record<string, string>;
  variables?: Record<string, unknown>;
  decisions?: object;
  /** What the second stage sets. */
  then?: Record<string, string>;
}

const sets = (values: Record<string, string>) =>
  Object.entries(values).map(([variable, value]) => ({ do: 'set', variable, value }));

const feedback = task('manager', 'feedback');
const loopWith = ({ guard, set, variables = { n: 0 }, decisions, then = {} }: Given) =>
  cycle(
    {
      a: step('t', feedback, [{ to: 'b', guard, do: sets(set) }, { to: 'done' }]),
      b: step('u', feedback, [{ to: 'a', do: sets(then) }]),
      done: end('met'),
    },
    { variables, decisions },
  );

const isBounded = (given: Given): boolean => {
  const errors = checkCycle(loopWith(given)).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code).filter((code) => code !== 'CYC-04')).toEqual([]);
  return errors.length === 0;
};

const nothing = { since: null, n: null };
const may = (text: string, type?: string) => ({
  decisions: { may: { parameters: [{ name: 'x', type }], logic: { kind: 'expression', text } } },
});
const list = { seen: [] };

const bounded: [string, Given][] = [
  [
    'a flag that is null until it is set',
    { guard: 'since = null', set: { since: 'string(today)' }, variables: nothing },
  ],
  [
    'a flag that is set to a day ahead',
    { guard: 'since = null', set: { since: 'today + duration("P30D")' }, variables: nothing },
  ],
  [
    'a counter that begins with nothing',
    { guard: 'n = null or n < 3', set: { n: 'if n = null then 1 else n + 1' }, variables: nothing },
  ],
  [
    'a counter that is asked for nothing last',
    { guard: 'n < 3 or n = null', set: { n: 'if n != null then n + 1 else 1' }, variables: nothing },
  ],
  [
    'a decision that is asked with the counter',
    { guard: 'may(n)', set: { n: 'n + 1' }, ...may('x < 3', 'number') },
  ],
  [
    'a decision without parameters',
    {
      guard: 'may',
      set: { n: 'n + 1' },
      decisions: { may: { logic: { kind: 'expression', text: 'n < 3' } } },
    },
  ],
  ['a counter that stops at the limit', { guard: 'n < 5', set: { n: 'min(n + 1, 5)' } }],
  [
    'a counter that counts only below the limit',
    { guard: 'n < 5', set: { n: 'if n < 5 then n + 1 else n' } },
  ],
  ['a counter down that stops at zero', { guard: 'n > 0', set: { n: 'max(n - 1, 0)' }, variables: { n: 3 } }],
  [
    'a counter whose step depends',
    { guard: 'n < 5', set: { n: 'if outcome = "below" then n + 2 else n + 1' } },
  ],
  ['a counter that jumps past the limit', { guard: 'n < 3', set: { n: '3' } }],
  ['a counter up to a variable', { guard: 'n < most', set: { n: 'n + 1' }, variables: { n: 0, most: 3 } }],
  [
    'a counter that stops at a limit that is a variable',
    { guard: 'n < most', set: { n: 'min(n + 1, most)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a counter that stops past a limit that is a variable',
    { guard: 'n <= most', set: { n: 'min(n + 2, most + 1)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a counter that counts only below a limit that is a variable',
    { guard: 'n < most', set: { n: 'if n < most then 1 + n else most' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a counter down that stops at a variable',
    { guard: 'n > least', set: { n: 'max(least, n - 1)' }, variables: { n: 3, least: 0 } },
  ],
  [
    'a counter that begins with nothing, up to a variable',
    {
      guard: 'n = null or n < most',
      set: { n: 'if n = null then 1 else n + 1' },
      variables: { n: null, most: 3 },
    },
  ],
  ['a list that grows', { guard: 'count(seen) < 3', set: { seen: 'append(seen, today)' }, variables: list }],
];

const boundless: [string, Given][] = [
  [
    'a flag that is set back to null',
    {
      guard: 'since = null',
      set: { since: 'string(today)' },
      then: { since: 'null' },
      variables: nothing,
    },
  ],
  [
    'a flag that may be set to nothing',
    { guard: 'since = null', set: { since: 'result.text' }, variables: nothing },
  ],
  [
    'a flag that is set only for an outcome',
    {
      guard: 'since = null',
      set: { since: 'if outcome = "below" then string(today) else since' },
      variables: nothing,
    },
  ],
  ['a counter that stays nothing', { guard: 'n = null or n < 3', set: { n: 'n + 1' }, variables: nothing }],
  [
    'a counter that begins with nothing and is set back',
    {
      guard: 'n = null or n < 3',
      set: { n: 'if n = null then 1 else n + 1' },
      then: { n: 'null' },
      variables: nothing,
    },
  ],
  [
    'a counter that counts only to two',
    { guard: 'n = null or n < 3', set: { n: 'if n = null then 1 else 2' }, variables: nothing },
  ],
  ['a cap below the limit', { guard: 'n < 5', set: { n: 'min(n + 1, 4)' } }],
  ['a cap at a limit that may be reached', { guard: 'n <= 5', set: { n: 'min(n + 1, 5)' } }],
  [
    'a cap that is a variable',
    { guard: 'n < 5', set: { n: 'min(n + 1, most)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a cap below a limit that is a variable',
    { guard: 'n < most', set: { n: 'min(n + 1, most - 1)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a cap at a variable that may be reached',
    { guard: 'n <= most', set: { n: 'min(n + 1, most)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a cap at another variable than the limit',
    { guard: 'n < most', set: { n: 'min(n + 1, cap)' }, variables: { n: 0, most: 3, cap: 3 } },
  ],
  [
    'a limit that moves on as well',
    { guard: 'n < most', set: { n: 'min(n + 1, most)', most: 'most + 1' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a cap at a number below a limit that is a variable',
    { guard: 'n < most', set: { n: 'min(n + 1, 2)' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a counter that is set back to nothing below a variable',
    { guard: 'n < most', set: { n: 'if n + 1 < most then n + 1 else 0' }, variables: { n: 0, most: 3 } },
  ],
  [
    'a condition that stops counting below the limit',
    { guard: 'n < 5', set: { n: 'if n < 4 then n + 1 else n' } },
  ],
  [
    'a counter that is set back when it is high',
    { guard: 'n < 5', set: { n: 'if n >= 4 then 0 else n + 1' } },
  ],
  ['a counter that is set back past the limit', { guard: 'n < 5 or n > 7', set: { n: 'n + 1' } }],
  ['a counter that is set back in the loop', { guard: 'n < 5', set: { n: 'n + 1' }, then: { n: '0' } }],
  ['a counter that comes nearer by less and less', { guard: 'n < 5', set: { n: 'n + (5 - n) / 2' } }],
  [
    'a decision that asks for something else',
    { guard: 'may(0)', set: { n: 'n + 1' }, ...may('x < 3', 'number') },
  ],
  [
    'a decision to which a text is nothing',
    {
      guard: 'may(since)',
      set: { since: 'string(today)' },
      variables: nothing,
      ...may('x = null', 'number'),
    },
  ],
  [
    'a decision that turns the limit round',
    { guard: 'may(n)', set: { n: 'n + 1' }, ...may('x > 3', 'number') },
  ],
  ['nothing appended', { guard: 'count(seen) < 3', set: { seen: 'append(seen)' }, variables: list }],
  [
    'appended only for an outcome',
    {
      guard: 'count(seen) < 3',
      set: { seen: 'if outcome = "below" then append(seen, today) else seen' },
      variables: list,
    },
  ],
  [
    'a list that is emptied again',
    {
      guard: 'count(seen) < 3',
      set: { seen: 'append(seen, today)' },
      then: { seen: '[]' },
      variables: list,
    },
  ],
  [
    'another list that grows',
    {
      guard: 'count(seen) < 3',
      set: { heard: 'append(heard, today)' },
      variables: { seen: [], heard: [] },
    },
  ],
];

describe('a loop is proved to end by', () => {
  test.each(bounded)('%s', (_, given) => {
    expect(isBounded(given)).toBe(true);
  });
});

describe('a loop is not proved to end by', () => {
  test.each(boundless)('%s', (_, given) => {
    expect(isBounded(given)).toBe(false);
  });
});
