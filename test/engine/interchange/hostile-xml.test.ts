// Text from strangers: nothing is thrown, nothing is expanded, and nothing takes long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importScxml } from '../../../engine/index.ts';

const names = [
  'scxml',
  'state',
  'parallel',
  'final',
  'history',
  'initial',
  'transition',
  'onentry',
  'if',
  'elseif',
  'else',
  'foreach',
  'send',
  'raise',
  'assign',
  'script',
  'data',
  'datamodel',
  'donedata',
  'param',
  'content',
  'cancel',
  'cw:action',
  'x:y',
];
const attributes = [
  'id',
  'initial',
  'target',
  'event',
  'cond',
  'type',
  'expr',
  'location',
  'array',
  'item',
  'delay',
  'delayexpr',
  'sendid',
  'name',
  'datamodel',
  'cw:delay',
  'cw:trigger',
  'cw:match',
  'cw:everywhere',
  'binding',
];
const values = [
  'a',
  'b',
  'a b',
  '*',
  'foo.*',
  'internal',
  'deep',
  'late',
  'feel',
  'null',
  'In("a")',
  'x = 1',
  'x === 1 &amp;&amp; (',
  '[1,2,3]',
  '{"do":"set"}',
  '1s',
  '',
  '&amp;',
  '__proto__',
  'constructor',
  'done.state.a',
  'timer.a.0',
  'return',
  'true',
  'exact',
  'done',
];

const attribute = fc.tuple(
  fc.constantFrom(...attributes),
  fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 8 })),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.uniqueArray(attribute, { maxLength: 5, selector: ([name]) => name }),
      fc.oneof(
        { maxDepth: 5, depthIdentifier: 'xml' },
        fc.constantFrom('', 'x = 1;', '[1]', '{"do":"set"}', '<![CDATA[<]]>'),
        fc.array(tie('element'), { maxLength: 4 }),
      ),
    )
    .map(([name, given, inside]) => {
      const text = given
        .map(([key, value]) => ` ${key}="${value.replaceAll('"', "'").replaceAll('<', '')}"`)
        .join('');
      return `<${name}${text}>${Array.isArray(inside) ? inside.join('') : inside}</${name}>`;
    }),
}));
const root = (inside: string) =>
  `<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:cw="urn:cyclewright:cycle:1" xmlns:x="urn:x">${inside}</scxml>`;

const kindOf = (text: string): string => importScxml(text).kind;

test('no document makes the importer throw', () => {
  let imported = 0;
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (inside) => {
      if (kindOf(root(`<state id="a"/><state id="b"/>${inside.join('')}`)) === 'imported') imported += 1;
    }),
    { numRuns: 1500, seed: 20260105 },
  );
  expect(imported).toBeGreaterThan(20);
});

test('no text makes it throw either', () => {
  const sound = root('<state id="a"><transition event="e" cond="x &lt; 1" target="a"/></state>');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.nat(sound.length),
      fc.string({ maxLength: 6 }),
      (text, at, change) => {
        expect(['imported', 'refused']).toContain(kindOf(text));
        expect(['imported', 'refused']).toContain(kindOf(sound.slice(0, at) + change + sound.slice(at)));
        expect(['imported', 'refused']).toContain(
          kindOf(sound.slice(0, at) + sound.slice(at + change.length)),
        );
      },
    ),
    { numRuns: 500, seed: 20260105 },
  );
});

test.each([
  [
    'entities that stand for each other',
    `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(50)}"><!ENTITY c "&a;&a;">]><scxml>&c;</scxml>`,
  ],
  ['deep nesting', root('<state>'.repeat(5_000) + '</state>'.repeat(5_000))],
  ['many elements', root('<state/>'.repeat(60_000))],
  ['a long text', root(`<state id="a">${' '.repeat(2_100_000)}</state>`)],
  ['many faults', root('<state a=1/>'.repeat(40_000))],
  ['an open comment', root(`<state id="a"/><!-- ${'<!-- '.repeat(100_000)}`)],
  [
    'an expression without end',
    root(`<state id="a"><transition cond="${'('.repeat(100_000)}" target="a"/></state>`),
  ],
  [
    'truth of truth of truth',
    root(`<state id="a"><transition cond="${'!('.repeat(30)}x${')'.repeat(30)}" target="a"/></state>`),
  ],
  [
    'loops in loops',
    root(
      `<state id="a"><onentry>${'<foreach array="[1,2,3,4,5,6,7,8,9]" item="i">'.repeat(12)}<raise event="e"/>${'</foreach>'.repeat(12)}</onentry></state>`,
    ),
  ],
])('is refused: %s', (_, text) => {
  expect(kindOf(text)).toBe('refused');
});

test('is read in time that grows with its length: a chart of many states', () => {
  const states = Array.from(
    { length: 3_000 },
    (_, n) => `<state id="s${n}"><transition event="e" target="s${(n * 7) % 3000}"/></state>`,
  );
  expect(kindOf(root(states.join('\n')))).toBe('imported');
});
