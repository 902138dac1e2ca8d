// Item definitions: what a value has to be, and what becomes of one that is not (DMN 10.3.2.9.4).
import { describe, expect, test } from 'vitest';
import { compileModel } from '../../../engine/decision/compile/compile-model.ts';
import type { DecisionType, Json } from '../../../engine/index.ts';
import { errorsOf, evaluated, expression, model } from './given.ts';

const types: Record<string, DecisionType> = {
  rating: { type: 'string', allowed: '"below", "meets", "exceeds"' },
  ratings: { type: 'rating', list: true },
  'few ratings': { type: 'rating', list: true, constraint: 'count(?) <= 2' },
  goal: { fields: { title: { type: 'string' }, weight: { type: 'number', allowed: '[0..100]' } } },
  goals: { type: 'goal', list: true },
  'strict rating': { type: 'rating', allowed: 'not("below")' },
};

/** An input of the type, and a decision that hands it on. */
function given(type: string, value: Json) {
  const { values, problems } = evaluated(
    { types, inputs: { it: { type } }, decisions: { out: { logic: expression('it') } } },
    { it: value },
  );
  return { value: values.out, problems };
}

const gives = (text: string, type: string) =>
  evaluated({ types, decisions: { out: { type, logic: expression(text) } } }).values.out;

describe('input data', () => {
  test.each<[string, Json]>([
    ['string', 'a'],
    ['number', 1.5],
    ['boolean', false],
    ['date', '2026-01-31'],
    ['time', '09:30:00'],
    ['date and time', '2026-01-31T09:30:00Z'],
    ['date and time', '2026-01-31T09:30:00@Europe/Zurich'],
    ['days and time duration', 'P1DT2H'],
    ['years and months duration', 'P1Y2M'],
    ['rating', 'meets'],
    ['ratings', ['below', 'exceeds']],
    ['goal', { title: 'Faster', weight: 40 }],
    ['goals', [{ title: 'Faster', weight: 40 }]],
    ['Any', [1, 'a', { b: null }]],
  ])('of type %s keeps %j', (type, value) => {
    expect(given(type, value)).toEqual({ value, problems: [] });
  });

  test('is read as what its type is: a date knows its year', () => {
    const parts = {
      inputs: { joined: { type: 'date' }, notice: { type: 'years and months duration' } },
      decisions: {
        year: { logic: expression('joined.year') },
        last: { logic: expression('joined + notice') },
      },
    };
    expect(evaluated(parts, { joined: '2026-01-31', notice: 'P1M' }).values).toEqual({
      year: 2026,
      last: '2026-02-28',
    });
  });

  test.each<[string, Json, string]>([
    ['number', '12', 'The input "it" does not fit number, so it is null.'],
    ['date', 'soon', 'The input "it" does not fit date, so it is null.'],
    ['days and time duration', 'P1M', 'The input "it" does not fit days and time duration, so it is null.'],
    ['rating', 'great', 'The input "it" does not fit rating ("below", "meets", "exceeds"), so it is null.'],
    ['ratings', ['meets', 'great'], 'The input "it" does not fit ratings, so it is null.'],
    [
      'few ratings',
      ['meets', 'meets', 'meets'],
      'The input "it" does not fit few ratings (count(?) <= 2), so it is null.',
    ],
    ['goal', { title: 'Faster', weight: 101 }, 'The input "it" does not fit goal, so it is null.'],
    [
      'strict rating',
      'below',
      'The input "it" does not fit strict rating ("below", "meets", "exceeds" and not("below")), so it is null.',
    ],
  ])('of type %s refuses %j', (type, value, problem) => {
    expect(given(type, value)).toEqual({ value: null, problems: [problem] });
  });

  test('has null for a field that is absent, and keeps fields of its own', () => {
    expect(given('goal', { title: 'Faster', note: 'x' }).value).toEqual({
      title: 'Faster',
      note: 'x',
      weight: null,
    });
  });

  test('may be given by a name with other spaces, and other names are left alone', () => {
    const parts = {
      inputs: { 'full name': { type: 'string' } },
      decisions: { out: { logic: expression('full name') } },
    };
    expect(evaluated(parts, { ' full   name ': 'Ada', other: 1 }).values).toEqual({ out: 'Ada' });
  });
});

describe('results', () => {
  test('one is a list of it, a list of one is that one', () => {
    expect(gives('"meets"', 'ratings')).toEqual(['meets']);
    expect(gives('["meets"]', 'rating')).toBe('meets');
    expect(gives('["meets", "below"]', 'rating')).toBeNull();
  });

  test('a date is its midnight where a date and time is wanted', () => {
    expect(gives('date("2026-01-31")', 'date and time')).toBe('2026-01-31T00:00:00Z');
    expect(gives('date and time("2026-01-31T10:00:00")', 'date')).toBeNull();
  });

  test('a context without a field of its type does not fit', () => {
    expect(gives('{ title: "a" }', 'goal')).toBeNull();
    expect(gives('{ title: "a", weight: null }', 'goal')).toEqual({ title: 'a', weight: null });
  });

  test.each([
    ['[1..5]', 'a range, which JSON does not have'],
    ['{ f: function(a) a }', 'a function, which JSON does not have'],
    ['[9**9**9**9]', 'a number that is too large for JSON'],
    ['for i in 1..400 return for j in 1..400 return j', 'more than 100,000 values'],
  ])('what JSON does not have is null, and is told: %s gives %s', (text, what) => {
    const { values, problems } = evaluated({ decisions: { out: { logic: expression(text) } } });
    expect(values).toEqual({ out: null });
    expect(problems).toEqual([`out gives ${what}, so it is null here.`]);
  });

  test('inputs that nobody gives, or that the model does not have, are told', () => {
    const parts = { inputs: { x: {}, y: {} }, decisions: { out: { logic: expression('x = null') } } };
    const { values, problems } = evaluated(parts, { X: 1, y: null });
    expect(values).toEqual({ out: true });
    expect(problems).toEqual([
      'The input "X" is not one of the model\'s. These are: x, y. Did you mean "x"?',
      'The input "x" is not given, so it is null.',
    ]);
  });
});

describe('the types of a model', () => {
  test('that are made of themselves are refused', () => {
    const circular = { a: { type: 'b' }, b: { fields: { inner: { type: 'a' } } } };
    expect(errorsOf({ types: circular, decisions: {} })).toEqual([
      'DEC-02 /types/b/fields/inner/type The type "a" is made of itself: a → b → a.',
    ]);
  });

  test('may call fields by names with spaces', () => {
    const parts = {
      types: { person: { fields: { 'full name': { type: 'string' } } } },
      inputs: { owner: { type: 'person' } },
      decisions: { hello: { logic: expression('"Hello " + owner.full name') } },
    };
    expect(evaluated(parts, { owner: { 'full name': 'Ada L' } }).values).toEqual({ hello: 'Hello Ada L' });
  });
});

describe('expressions', () => {
  test.each<[string, boolean]>([
    ['"meets" instance of rating', true],
    ['"great" instance of rating', true],
    ['1 instance of rating', false],
    ['["meets"] instance of ratings', true],
    ['["meets"] instance of few ratings', true],
    ['"meets" instance of ratings', false],
    ['{ title: "Faster", weight: 101 } instance of goal', true],
    ['{ title: "Faster", weight: "101" } instance of goal', false],
    ['{ title: "Faster" } instance of goal', false],
    ['[{ title: "Faster", weight: null }] instance of list<goal>', true],
    ['null instance of goal', false],
  ])('ask whether a value is of a type of the model, whatever values it allows: %s', (text, value) => {
    expect(gives(text, 'boolean')).toBe(value);
  });

  test('of a cycle name its types too', () => {
    const parts = { types, decisions: { out: { logic: expression('1 instance of goal') } } };
    expect(compileModel(model(parts), { functions: 'confined' }).problems).toEqual([]);
  });
});
