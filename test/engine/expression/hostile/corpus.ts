// Expressions written to reach what they may not, or to cost more than they may. Where `full` is set the
// text is logic of DMN; all others are what a designer types into a guard.
import type { Json } from '../../../../engine/model/json.ts';

export interface Hostile {
  text: string;
  full?: true;
}

const repeat = (text: string, times: number): string => text.repeat(times);
const nested = (open: string, inner: string, close: string, depth: number): string =>
  repeat(open, depth) + inner + repeat(close, depth);
const chain = (count: number, entry: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => entry(index + 1)).join(', ');
const full = (text: string): Hostile => ({ text, full: true });

const many = 2_000;

/** What the texts below may read. */
export const hostileData: Readonly<Record<string, Json>> = {
  result: JSON.parse('{"__proto__": {"admin": true}, "constructor": {"name": "x"}, "a": 1}'),
  goals: Array.from({ length: many }, (_, index) => ({ id: `g${index}`, score: index, outcome: 'below' })),
  long: repeat('a', 50_000),
  // Two of them, so that they are not one and the same.
  texts: [repeat('b', 2_000_000), repeat('b', 2_000_000)],
  numbers: Array.from({ length: many }, (_, index) => (index * 7919) % many),
  score: 100,
};

/** The sandbox escapes of template and workflow engines, and the names that lead to them. */
const escapes: string[] = [
  'constructor',
  '__proto__',
  'toString()',
  'hasOwnProperty("a")',
  '"a".constructor',
  '(1).constructor',
  '[].constructor.constructor("return process")()',
  '{}.constructor.constructor("return process.env")()',
  '{}.__proto__.polluted',
  'result.__proto__.admin',
  'result.constructor.constructor("return this")()',
  'get value({}, "constructor")',
  'get value(result, "__proto__")',
  'get value("text", "length")',
  '{ "__proto__": { admin: true } }.admin',
  '{ __proto__: 1, b: __proto__ }.b',
  'context put({}, "__proto__", { polluted: true })',
  'context put({}, ["constructor", "prototype", "polluted"], true)',
  'context([{ key: "__proto__", value: { polluted: true } }])',
  'context merge([{ a: 1 }, { "__proto__": { polluted: true } }])',
  'for k in ["__proto__", "constructor"] return get value({ a: 1 }, k)',
  'result["constructor"]',
  'goals[constructor]',
  'goals.constructor',
  'goals.length',
  'goals.map(item)',
  'count.constructor("return process")()',
  '@"2026-01-01".constructor',
  'duration("P1D").seconds.constructor',
  'process.mainModule.require("child_process").execSync("id")',
  'globalThis.process.env',
  'this.constructor.constructor("return fetch")()',
  'Function("return 1")()',
  'eval("1 + 1")',
  'require("fs").readFileSync("/etc/passwd")',
  'import("fs")',
  '`$' + '{process.env.SECRET}`',
  '{{ $json.constructor.constructor("return process")() }}',
  '$evaluateExpression("{{ 1 }}")',
  '(function() this)()',
  'function(a) a.constructor',
  'new Date()',
  'x => x',
  'sort(numbers, function(a, b) process)',
];

/** Loops, growth, recursion: bounded by the text's own limits or by the budget. */
const bombs: Hostile[] = [
  ...[
    'for a in 1..10000 return for b in 1..10000 return a',
    'for a in goals, b in goals, c in goals return a',
    'some a in goals, b in goals, c in goals satisfies a.id = "none"',
    'every a in goals, b in goals satisfies a = a',
    'goals[count(goals[score > item.score]) > 5]',
    'for i in 1..10000 return long + long',
    'for i in 1..10000 return goals',
    'for i in 1..10000 return partial',
    'for i in 1..10000 return [partial[-1]]',
    'for i in 1..10000 return sum(numbers)',
    'for i in 1..10000 return upper case(long)',
    'for i in 1..10000 return distinct values(goals)',
    'for i in 1..10000 return sort(numbers)',
    'distinct values(for g in goals return { a: g })',
    'index of(goals, goals[-1])',
    'union(goals, for g in goals return { b: g.id })',
    `{ v0: "xxxxxxxxxx", ${chain(60, (i) => `v${i}: v${i - 1} + v${i - 1}`)} }`,
    `{ v0: [1, 1], ${chain(60, (i) => `v${i}: concatenate(v${i - 1}, v${i - 1})`)} }`,
    `{ v0: [1, 1], ${chain(60, (i) => `v${i}: [v${i - 1}, v${i - 1}]`)} }.v60 = 1`,
    `string({ v0: [1, 1], ${chain(60, (i) => `v${i}: [v${i - 1}, v${i - 1}]`)} })`,
    `flatten({ v0: [1, 1], ${chain(60, (i) => `v${i}: [v${i - 1}, v${i - 1}]`)} }.v60)`,
    `{ v0: [1], ${chain(60, (i) => `v${i}: [v${i - 1}, v${i - 1}]`)}, same: v60 = v59 }.same`,
    '9 ** 9 ** 9',
    '(9 ** 9) ** (9 ** 9)',
    '1.000000001 ** 999999999999',
    '2.5 ** 3333.3333',
    'for i in 1..10000 return 1.1 ** 0.1',
    'for i in 1..10000 return exp(i) + log(i) + sqrt(i)',
    'for i in 1..10000 return modulo(1e6000, 7)',
    'for i in 1..10000 return decimal(1 / 3, 6000)',
    'for i in 1..10000 return string(1e6000)',
    'exp(exp(exp(exp(1))))',
    '1e6144 * 1e6144',
    `${repeat('9', 4000)} * ${repeat('9', 90)}`,
    nested('(', '1', ')', 2000),
    nested('[', '1', ']', 2000),
    nested('not(', 'true', ')', 1000),
    nested('-', '1', '', 4000),
    nested('{ a: ', '1', '}', 600),
    nested('if true then ', '1', ' else 2', 200),
    `1${repeat(' + 1', 1000)}`,
    `true${repeat(' or true', 500)}`,
    `{ ${chain(380, (i) => `a${i}: 1`)} }`,
    `[${repeat('1,', 2000)}1]`,
    repeat('a.', 2000),
    repeat('(', 4096),
    repeat('[1..', 1000),
    repeat('{a:', 1300),
    repeat('f(a: ', 800),
    `matches("${repeat('a', 3000)}!", "^(a+)+$")`,
    `matches(long, "^(a|aa)+$")`,
    `matches(long, "(x+x+)+y")`,
    'matches(long, "((((a{10}){10}){10}){10})")',
    `matches(long, "${repeat('a{1000}', 400)}")`,
    `matches(long, "${repeat('(a?)', 300)}${repeat('a', 300)}")`,
    `matches("a", "${repeat('(?i)[a-z]', 400)}")`,
    'matches("a", "(\\\\p{L}|\\\\p{N}){500}")',
    'replace(long, "", "xxxxxxxxxxxxxxxxxxxx")',
    'replace(long, "a", long)',
    'for i in 1..10000 return starts with(texts[1], texts[2])',
    'for i in 1..10000 return ends with(texts[1], texts[2])',
    'for i in 1..10000 return texts[1] = texts[2]',
    'for i in 1..10000 return texts[1] <= texts[2]',
    'for i in 1..10000 return texts[1] in texts[2]',
    'for i in 1..10000 return number(texts[1])',
    'for i in 1..10000 return date(texts[1])',
    'for i in 1..10000 return numbers[10 ** 6000]',
    'for i in 1..10000 return decimal(1 / 3, 10 ** 6000)',
    'for i in 1..10000 return [duration("P1D"), duration("PT0.5S"), date and time("2026-03-01T00:00:00Z")]',
    'distinct values(for i in 1..10000 return { a: goals })',
    'split(long, "")',
    'string join(for i in 1..10000 return long, ",")',
    'for d in @"-9999-01-01"..@"9999-01-01" return d',
    '@"2026-01-01" + duration("P999999999999999999999D")',
    'duration("P9999999999999999999999Y") * 9999999999',
    'time(1, 2, 1e-6000)',
  ].map((text) => ({ text })),
  full('{ f: function(x) x(x), r: f(f) }.r'),
  full('(function(f) f(f))(function(f) f(f))'),
  full('(function(f, n) f(f, n + 1))(function(f, n) f(f, n + 1), 0)'),
  full('for i in 1..1000000000 return i'),
  full('for i in 1..1e300 return i'),
  full('for i in 0.5..1 return i'),
  full('sort(numbers, function(a, b) count(for i in 1..1000 return i) > 0)'),
  full('list replace(numbers, function(a, b) count(for i in 1..1000 return i) > 0, 1)'),
  full('{ f: function(a) [a, a], r: f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(1)))))))))))))))) }.r = 1'),
];

export const corpus: readonly Hostile[] = [...escapes.map((text) => ({ text })), ...bombs];
