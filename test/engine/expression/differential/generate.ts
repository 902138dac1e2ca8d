// Expressions that are well formed and mostly well typed, over the names of `scope`.
import { type Choices, makeChoices } from './random.ts';

export type Type =
  | 'number'
  | 'text'
  | 'boolean'
  | 'numbers'
  | 'texts'
  | 'rows'
  | 'row'
  | 'date'
  | 'date and time'
  | 'time'
  | 'days'
  | 'months'
  | 'range';

export interface Expression {
  text: string;
  /** How it was made, with the types of its parts in ‹ and ›; of a leaf its text. */
  pattern: string;
  /** None depends on a name of the whole, so that each can be evaluated alone. */
  parts: Expression[];
}

/** What both evaluators read. Temporal ones are given as the text of a literal. */
export const scope = {
  json: {
    n: 3,
    m: -2.5,
    zero: 0,
    big: 1234567,
    s: 'abc',
    t: 'Zoë über',
    empty: '',
    yes: true,
    no: false,
    none: null,
    xs: [1, 2, 3],
    ys: [],
    ws: [4.5, -1, 4.5, 0],
    ts: ['a', 'b', 'abc'],
    c: { a: 1, b: 'x', d: { e: 2 } },
    rows: [
      { id: 1, name: 'a', score: 10.5, open: true },
      { id: 2, name: 'b', score: 99, open: false },
      { id: 3, name: 'c', score: null, open: true },
    ],
  },
  temporal: {
    day: '2026-03-02',
    leap: '2024-02-29',
    moment: '2026-03-02T10:15:00Z',
    local: '2026-03-02T10:15:00',
    paris: '2026-07-01T08:00:00@Europe/Paris',
    clock: '10:15:30',
    span: 'P1DT2H30M',
    age: 'P1Y2M',
  },
} as const;

type Make = (choices: Choices, depth: number) => Expression;

const leaf = (text: string): Expression => ({ text, pattern: text, parts: [] });

/** Text with types in ‹ and ›: each is made anew. */
function form(pattern: string): Make {
  const pieces = pattern.split(/‹[a-z ]+›/);
  const types = [...pattern.matchAll(/‹([a-z ]+)›/g)].map((match) => match[1] as Type);
  return (choices, depth) => {
    const parts = types.map((type) => generate(choices, type, depth - 1));
    const text = pieces.map((piece, index) => piece + (parts[index]?.text ?? '')).join('');
    return { text, pattern, parts };
  };
}

const leaves: Record<Type, readonly string[]> = {
  number: [
    '0',
    '1',
    '2',
    '3',
    '7',
    '10',
    '100',
    '0.1',
    '0.2',
    '0.3',
    '2.5',
    '-4',
    '42',
    '12',
    '5',
    'n',
    'm',
    'zero',
    'big',
    'c.a',
    'c.d.e',
    'xs[1]',
    'xs[-1]',
    'rows[2].score',
  ],
  text: ['"a"', '"b"', '"abc"', '""', '"Zoë"', '"b c"', 's', 't', 'empty', 'c.b', 'ts[2]', 'rows[1].name'],
  boolean: ['true', 'false', 'yes', 'no', 'none', 'rows[1].open'],
  numbers: [
    '[]',
    '[1]',
    '[7, 8]',
    '[1, 2, 3]',
    '[3, 1, 2]',
    '[0.1, 0.2]',
    '[2, 2, 5]',
    'xs',
    'ws',
    'rows.id',
  ],
  texts: ['["a", "b"]', '["c"]', 'ts', 'rows.name'],
  rows: ['rows', '[{ id: 7, name: "z", score: 1, open: false }]'],
  row: ['rows[1]', 'rows[3]', '{ id: 9, name: "q", score: 50, open: true }'],
  date: ['day', 'leap', 'date("2026-01-31")', '@"2025-12-31"', 'date(2024, 2, 29)'],
  'date and time': [
    'moment',
    'local',
    'paris',
    'date and time("2026-01-01T00:00:00Z")',
    '@"2026-03-02T23:59:59"',
  ],
  time: ['clock', 'time("23:30:00")', '@"00:00:00"', 'time("10:15:30Z")'],
  days: ['span', 'duration("P1D")', '@"PT36H"', 'duration("-PT90M")', 'duration("P0D")'],
  months: ['age', 'duration("P1M")', '@"P2Y"', 'duration("-P3M")'],
  range: ['[1..5]', '(1..5)', '[3..8]', '(5..9]', '[1..1]', '["a".."c"]'],
};

const forms: Record<Type, readonly Make[]> = {
  number: [
    ...['‹number› + ‹number›', '‹number› - ‹number›', '‹number› * ‹number›', '‹number› / ‹number›'].map((p) =>
      form(`(${p})`),
    ),
    form('(‹number›) ** 2'),
    form('-(‹number›)'),
    form('(if ‹boolean› then ‹number› else ‹number›)'),
    ...['count', 'sum', 'min', 'max', 'mean', 'median', 'stddev', 'product'].map((name) =>
      form(`${name}(‹numbers›)`),
    ),
    form('count(‹rows›)'),
    form('string length(‹text›)'),
    ...['floor', 'ceiling', 'abs'].map((name) => form(`${name}(‹number›)`)),
    ...['decimal', 'round up', 'round down', 'round half up', 'round half down'].map((name) =>
      form(`${name}(‹number›, 1)`),
    ),
    form('modulo(‹number›, 3)'),
    form('sqrt(abs(‹number›))'),
    form('number(string(‹number›), ",", ".")'),
    form('‹date›.year'),
    form('‹date›.day'),
    form('‹date and time›.hour'),
    form('‹days›.hours'),
    form('‹months›.years'),
    form('day of year(‹date›)'),
    form('week of year(‹date›)'),
    form('‹numbers›[1]'),
    form('‹numbers›[‹number›]'),
    form('‹row›.score'),
    form('get value(‹row›, "id")'),
    form('{ a: ‹number›, b: a + 1 }.b'),
    form('index of(‹numbers›, 2)[1]'),
  ],
  text: [
    form('(‹text› + ‹text›)'),
    form('(if ‹boolean› then ‹text› else ‹text›)'),
    ...['upper case', 'lower case', 'string'].map((name) => form(`${name}(‹text›)`)),
    form('substring(‹text›, 1, 2)'),
    form('substring(‹text›, -1)'),
    form('substring before(‹text›, ‹text›)'),
    form('substring after(‹text›, ‹text›)'),
    form('replace(‹text›, "[ab]", "-")'),
    form('string join(‹texts›, ", ")'),
    form('string(‹number›)'),
    form('string(‹date›)'),
    form('string(‹days›)'),
    form('string(‹months›)'),
    form('string(‹numbers›)'),
    form('day of week(‹date›)'),
    form('month of year(‹date›)'),
    form('‹row›.name'),
    form('‹texts›[1]'),
  ],
  boolean: [
    ...['=', '!=', '<', '<=', '>', '>='].flatMap((operator) =>
      ['number', 'number', 'text', 'date', 'days'].map((type) => form(`(‹${type}› ${operator} ‹${type}›)`)),
    ),
    ...['date and time', 'time', 'months', 'numbers', 'row', 'boolean'].map((type) =>
      form(`(‹${type}› = ‹${type}›)`),
    ),
    form('(‹date and time› < ‹date and time›)'),
    form('(‹time› > ‹time›)'),
    form('(‹months› < ‹months›)'),
    form('(‹number› = ‹text›)'),
    form('(‹number› = none)'),
    ...['and', 'or'].map((operator) => form(`(‹boolean› ${operator} ‹boolean›)`)),
    form('(‹boolean› and ‹boolean› or ‹boolean›)'),
    form('not(‹boolean›)'),
    form('(‹number› between ‹number› and ‹number›)'),
    form('(‹date› between ‹date› and ‹date›)'),
    form('(‹number› in ‹range›)'),
    form('(‹number› in (‹number›, < 2, [4..9]))'),
    form('(‹text› in ‹texts›)'),
    form('(‹text› in ("a", "b"))'),
    form('(‹number› in ‹numbers›)'),
    ...['contains', 'starts with', 'ends with'].map((name) => form(`${name}(‹text›, ‹text›)`)),
    form('matches(‹text›, "^[a-c]+$")'),
    form('list contains(‹numbers›, ‹number›)'),
    ...['all', 'any'].map((name) => form(`${name}([‹boolean›, ‹boolean›])`)),
    ...['odd', 'even'].map((name) => form(`${name}(‹number›)`)),
    form('is(‹number›, ‹number›)'),
    form('is(‹time›, ‹time›)'),
    form('(some x in ‹numbers› satisfies x > 2)'),
    form('(every x in ‹numbers› satisfies x > 0)'),
    form('(every r in ‹rows› satisfies r.score >= 10)'),
    form('(‹number› instance of number)'),
    form('(‹date› instance of date)'),
    form('(‹numbers› instance of list<number>)'),
    ...['before', 'after', 'meets', 'met by', 'overlaps', 'includes'].map((name) =>
      form(`${name}(‹range›, ‹range›)`),
    ),
    form('before(‹number›, ‹number›)'),
    form('includes(‹range›, ‹number›)'),
  ],
  numbers: [
    form('(for x in ‹numbers› return x * 2)'),
    form('(for x in 1..3 return x + ‹number›)'),
    form('(for x in ‹numbers›, y in [1, 10] return x * y)'),
    form('(for x in ‹numbers› return count(partial))'),
    form('‹numbers›[item > 1]'),
    form('[‹number›, ‹number›]'),
    form('append(‹numbers›, ‹number›)'),
    form('concatenate(‹numbers›, ‹numbers›)'),
    form('reverse(‹numbers›)'),
    form('distinct values(‹numbers›)'),
    form('union(‹numbers›, ‹numbers›)'),
    form('flatten([‹numbers›, ‹numbers›])'),
    form('sublist(‹numbers›, 1, 2)'),
    form('sublist(‹numbers›, -1)'),
    form('remove(‹numbers›, 1)'),
    form('insert before(‹numbers›, 1, ‹number›)'),
    form('index of(‹numbers›, ‹number›)'),
    form('mode(‹numbers›)'),
    form('‹rows›.score'),
    form('(if ‹boolean› then ‹numbers› else ‹numbers›)'),
    form('list replace(‹numbers›, 1, ‹number›)'),
  ],
  texts: [
    form('[‹text›, ‹text›]'),
    form('split(‹text›, "b")'),
    form('‹rows›[score > 20].name'),
    form('reverse(‹texts›)'),
    form('distinct values(‹texts›)'),
    form('append(‹texts›, ‹text›)'),
  ],
  rows: [
    form('concatenate(‹rows›, ‹rows›)'),
    form('‹rows›[item.name = ‹text›]'),
    form('‹rows›[score > ‹number›]'),
    form('‹rows›[item.id = ‹number›]'),
    form('reverse(‹rows›)'),
  ],
  row: [
    form('{ id: ‹number›, name: ‹text›, score: ‹number›, open: ‹boolean› }'),
    form('context put(‹row›, "name", ‹text›)'),
    form('context merge([‹row›, { extra: ‹number› }])'),
    form('‹rows›[1]'),
    form('context([{ key: "id", value: ‹number› }])'),
  ],
  date: [
    form('date(‹date›.year, ‹date›.month, 1)'),
    form('(if ‹boolean› then ‹date› else ‹date›)'),
    form('(‹date› + ‹months›)'),
    form('(‹date› - ‹months›)'),
    form('date(‹date and time›)'),
    form('date(string(‹date›))'),
  ],
  'date and time': [
    form('(‹date and time› + ‹days›)'),
    form('(‹date and time› - ‹days›)'),
    form('(‹date and time› + ‹months›)'),
    form('date and time(‹date›, ‹time›)'),
    form('date and time(string(‹date and time›))'),
  ],
  time: [
    form('(‹time› + ‹days›)'),
    form('(‹time› - ‹days›)'),
    form('time(‹date and time›)'),
    form('time(8, 30, 15)'),
  ],
  days: [
    form('(if ‹boolean› then ‹days› else ‹days›)'),
    form('duration(string(‹days›))'),
    form('(‹days› + ‹days›)'),
    form('(‹days› - ‹days›)'),
    form('(‹date› - ‹date›)'),
    form('abs(‹days›)'),
    form('‹date and time›.time offset'),
  ],
  months: [
    form('(if ‹boolean› then ‹months› else ‹months›)'),
    form('(‹months› + ‹months›)'),
    form('(‹months› - ‹months›)'),
    form('abs(‹months›)'),
  ],
  range: [form('[‹number›..‹number›]'), form('(‹number›..‹number›]')],
};

const rangeRelations = [
  'during',
  'coincides',
  'starts',
  'started by',
  'finishes',
  'finished by',
  'overlaps before',
  'overlaps after',
];

/** What the oracle is known to get wrong most of the time: enough of it to see that ours is right. */
const rare: Partial<Record<Type, readonly Make[]>> = {
  number: [form('1e3'), form('-(‹number›)')],
  text: [form('min(‹texts›)'), form('max(‹texts›)')],
  boolean: rangeRelations.map((name) => form(`${name}(‹range›, ‹range›)`)),
  rows: [form('‹rows›[open]')],
  date: [form('(‹date› + ‹days›)'), form('(‹date› - ‹days›)')],
  time: [form('time(8, 30, ‹number›)')],
  days: [
    form('(if ‹boolean› then ‹days› else ‹days›)'),
    form('duration(string(‹days›))'),
    form('(‹date and time› - ‹date and time›)'),
    form('(‹time› - ‹time›)'),
    form('(‹days› * ‹number›)'),
    form('(‹days› / 2)'),
    form('(-‹days›)'),
  ],
  months: [form('(‹months› * 2)'), form('years and months duration(‹date›, ‹date›)')],
};

/** Now and then a value of another type, as people write them by mistake. */
const mistaken: readonly Type[] = ['text', 'number', 'boolean', 'numbers', 'date', 'row'];

function generate(choices: Choices, type: Type, depth: number): Expression {
  if (choices.below(60) === 0)
    return choices.below(2) === 0 ? leaf('none') : leaf(choices.pick(leaves[choices.pick(mistaken)]));
  if (depth <= 0 || choices.below(5) === 0) return leaf(choices.pick(leaves[type]));
  return formOf(choices, type)(choices, depth);
}

function formOf(choices: Choices, type: Type): Make {
  const known = rare[type];
  return known && choices.below(16) === 0 ? choices.pick(known) : choices.pick(forms[type]);
}

const types = Object.keys(forms) as Type[];

export function* expressions(seed: number, count: number): Generator<Expression> {
  const choices = makeChoices(seed);
  for (let made = 0; made < count; made += 1) {
    const type = choices.below(3) === 0 ? 'boolean' : choices.pick(types.filter((each) => each !== 'range'));
    yield formOf(choices, type)(choices, choices.pick([1, 1, 1, 1, 2, 2, 3]));
  }
}
