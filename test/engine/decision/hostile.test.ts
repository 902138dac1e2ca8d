// A damaged document is decided or refused; nothing that it holds makes the engine throw.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, decisionsFromDmn } from '../../../engine/index.ts';

const models = ['travel-allowance', 'leave-days', 'bonus'].map((name) =>
  readFileSync(new URL(`models/${name}.dmn`, import.meta.url), 'utf8'),
);

const scraps = fc.constantFrom(
  '',
  '<',
  '/>',
  '</text>',
  '<text>',
  '<list>',
  '<context>',
  '<decision id="d1" name="Days">',
  '"',
  '&amp;',
  '&#0;',
  '<![CDATA[',
  ']]>',
  '<!--',
  'xmlns="',
  ' typeRef="tGrants"',
  '#d2',
  'Grant',
  'for x in [1..9999999] return x',
  'function(f) f(f)',
  '-',
);
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  scrap: scraps,
});

const damage = (text: string, changes: { at: number; length: number; scrap: string }[]): string =>
  changes.reduce((damaged, { at, length, scrap }) => {
    const from = Math.floor(at * damaged.length);
    return damaged.slice(0, from) + scrap + damaged.slice(from + length);
  }, text);

/** A piece of the document put where it does not belong. */
const moved = (text: string, from: number, to: number, length: number): string => {
  const piece = text.slice(from * text.length, from * text.length + length);
  return text.slice(0, to * text.length) + piece + text.slice(to * text.length);
};

const input = {
  Trip: { nights: 3, zone: 'near' },
  Reason: 'holiday',
  Days: 10,
  Team: [{ name: 'A', score: 1 }],
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('by changes here and there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...models),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (text, changes) => {
        const xml = damage(text, changes);
        expect(['decided', 'refused']).toContain(decide(xml, input).kind);
        expect(['read', 'refused']).toContain(decisionsFromDmn(xml).kind);
      },
    ),
    { numRuns: 200 },
  );
});

test('by whole pieces elsewhere, and by data of any shape', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...models),
      share,
      share,
      fc.nat(400),
      fc.dictionary(fc.constantFrom(...Object.keys(input)), fc.jsonValue()),
      (text, from, to, length, given) => {
        expect(['decided', 'refused']).toContain(decide(moved(text, from, to, length), given as never).kind);
        const decided = decide(text, given as never);
        expect(decided.kind).toBe('decided');
        expect(() => JSON.stringify(decided)).not.toThrow();
      },
    ),
    { numRuns: 80 },
  );
});
