// What a schema finds wrong is said in words of ours: where no message of its own is written, none of Zod's comes through.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inPlainWords } from '../../../engine/model/in-plain-words.ts';

const said = (schema: z.ZodType, input: unknown): string[] =>
  (schema.safeParse(input, { error: inPlainWords }).error?.issues ?? []).map(({ message }) => message);

const kinds = z.enum(['organisation', 'department', 'team']);
const long = 'x'.repeat(60);

describe('of a schema', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['an object', z.object({}), [], 'This has to be an object, not a list.'],
    ['text', z.string(), 7, 'This has to be text, not 7.'],
    ['text', z.string(), undefined, 'This is missing: it has to be text.'],
    ['a number', z.number(), '12,5', 'This has to be a number, not "12,5".'],
    ['a number', z.number(), long, 'This has to be a number, not this text.'],
    ['a number', z.number(), Number.POSITIVE_INFINITY, 'This has to be a number, not Infinity.'],
    ['a whole number', z.int(), 1.5, 'This has to be a whole number, not 1.5.'],
    ['a boolean', z.boolean(), null, 'This has to be true or false, not null.'],
    ['a list', z.array(z.string()), {}, 'This has to be a list, not an object.'],
    ['nothing', z.never(), 1, 'Nothing may stand here. Leave it out.'],
    ['a least number', z.number().min(0), -1, 'This has to be at least 0, not -1.'],
    ['a greatest number', z.number().max(1), 1.5, 'This has to be at most 1, not 1.5.'],
    ['a positive number', z.number().positive(), 0, 'This has to be more than 0, not 0.'],
    ['a number below', z.number().lt(5), 5, 'This has to be less than 5, not 5.'],
    ['a step', z.number().multipleOf(0.5), 0.3, 'This has to be a multiple of 0.5, not 0.3.'],
    ['some text', z.string().min(1), '', 'This must not be empty.'],
    ['longer text', z.string().min(3), 'ab', 'This has to have at least 3 characters, not 2.'],
    ['shorter text', z.string().max(1), 'abc', 'This has to have at most 1 character, not 3.'],
    ['some entries', z.array(z.int()).min(1), [], 'This must not be empty.'],
    ['fewer entries', z.array(z.int()).max(2), [1, 2, 3], 'This has to have at most 2 entries.'],
    ['a pair', z.array(z.int()).length(2), [1], 'This has to have exactly 2 entries.'],
    ['a word', kinds, 'taem', '"taem" is not known here. Did you mean "team"?'],
    ['a word', kinds, 'squad', '"squad" is not known here. Use organisation, department or team.'],
    ['a word', kinds, 3, 'This has to be "organisation", "department" or "team", not 3.'],
    ['a fixed word', z.literal('score/1'), 'score/2', 'This has to be "score/1", not "score/2".'],
    ['an address', z.email(), 'ada', 'This has to be an e-mail address such as ada@example.org, not "ada".'],
    ['a date', z.iso.date(), '5.1.26', 'This has to be a date such as 2026-01-05, not "5.1.26".'],
    ['a pattern', z.string().regex(/^a/), 'b', 'This has to be text that fits the pattern /^a/, not "b".'],
    ['a beginning', z.string().startsWith('a'), 'b', 'This has to be text that begins with "a", not "b".'],
    ['another format', z.ipv4(), 'x', 'This has to be text in the form ipv4, not "x".'],
    [
      'fixed keys',
      z.strictObject({ name: z.string().optional() }),
      { nme: 1 },
      'The key "nme" is not known here. Did you mean "name"?',
    ],
    [
      'fixed keys',
      z.strictObject({ name: z.string().optional() }),
      { q: 1 },
      'The key "q" is not known here. Known here: name.',
    ],
    [
      'fixed keys',
      z.strictObject({ a: z.string().optional() }),
      { p: 1, q: 1 },
      'The keys "p", "q" are not known here.',
    ],
    [
      'named entries',
      z.record(z.string().regex(/^[a-z]+$/, 'Use lower-case letters.'), z.int()),
      { A: 1 },
      'This cannot be used as a name. Use lower-case letters.',
    ],
    ['a choice', z.union([z.number(), z.string()]), true, 'This has to be a number or text, not true.'],
    [
      'a choice',
      z.union([z.literal('all'), z.literal('any'), z.int()]),
      null,
      'This has to be "all", "any" or a number, not null.',
    ],
    [
      'a choice that is nearly met',
      z.union([z.string(), z.strictObject({ id: z.string(), by: z.string() })]),
      { id: 'a' },
      'by: This is missing: it has to be text.',
    ],
    [
      'a choice by a word',
      z.discriminatedUnion('do', [z.object({ do: z.literal('set') }), z.object({ do: z.literal('raise') })]),
      { do: 'sett' },
      'The "do" of this is not known here.',
    ],
    ['a condition', z.custom((value) => value === 1), 2, 'This does not fit here.'],
  ])('for %s (%#)', (_, schema, input, message) => {
    expect(said(schema, input)).toEqual([message]);
  });

  test('its own words go first', () => {
    expect(said(z.string('Say who.'), 1)).toEqual(['Say who.']);
  });
});
