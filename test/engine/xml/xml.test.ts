// XML as the importers read it and the exporters write it: what is written is read back the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml, textIn, type XmlRules } from '../../../engine/xml/read-xml.ts';
import { writeXml, xml } from '../../../engine/xml/write-xml.ts';

const rules: XmlRules = { maxLength: 10_000, maxDepth: 3, maxElements: 10 };
const read = (text: string, more: Partial<XmlRules> = {}) => readXml(text, { ...rules, ...more });
const faultOf = (text: string, more: Partial<XmlRules> = {}): string | null => {
  const result = read(text, more);
  return result.kind === 'refused' ? `${result.fault.line}: ${result.fault.message}` : null;
};

test('any text that XML can hold comes back as it was written, in an element and in an attribute', () => {
  const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
  const text = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((raw) => `${raw.replace(forbidden, '')}\r\n\t<&>"'😀`);
  fc.assert(
    fc.property(text, text, (inside, value) => {
      const result = read(writeXml(xml('a', { value }, [inside])));
      if (result.kind === 'refused') throw new Error(result.fault.message);
      expect([textIn(result.root), result.root.attributes.value]).toEqual([inside, value]);
    }),
  );
});

test('characters that XML cannot hold are shown as such', () => {
  expect(writeXml(xml('a', {}, ['\u0000\u001b\ufffe']))).toContain('<a>\ufffd\ufffd\ufffd</a>');
});

test('characters by number may be beyond the first plane', () => {
  const result = read('<a b="&#x1F600;">&#128512;</a>');
  expect(result.kind === 'read' && [result.root.attributes.b, textIn(result.root)]).toEqual(['😀', '😀']);
});

test('a byte order mark before the document is passed over', () => {
  expect(read('\ufeff<a/>').kind).toBe('read');
});

describe('refused with its line', () => {
  test.each([
    [
      'a bare ampersand',
      '<a>\nx & y</a>',
      '2: "&" is no entity of XML itself, and none can be declared here.',
    ],
    ['no character', '<a>&#0;</a>', '1: "&#0;" is no character.'],
    ['too deep', '<a><b>\n<c><d/></c></b></a>', '2: It is nested more than 3 deep.'],
    ['too many', `<a>${'<b/>'.repeat(10)}</a>`, '1: It has more than 10 elements.'],
    ['too long', ' '.repeat(10_001), '1: It has more than 10,000 characters.'],
    ['two roots', '<a/>\n<b/>', '2: There is more than one element at the top.'],
    ['an odd attribute', '<a é="1"/>', '1: It is not well-formed XML: illegal first char attribute name.'],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

test('an attribute with letters that the parser does not know is left out where the rules say so', () => {
  const text = '<a stück="1" b="2"/>';
  expect(faultOf(text)).toBe('1: It is not well-formed XML: illegal attribute name char.');
  const result = read(text, { passOverOddAttributes: true });
  expect(result.kind === 'read' && result.root.attributes).toEqual({ b: '2' });
});

test('names have the prefixes that the rules name, whatever the document calls them', () => {
  const result = read('<x:a xmlns:x="urn:one" x:b="1"/>', { prefixes: { 'urn:one': 'one' } });
  expect(result.kind === 'read' && [result.root.name, result.root.attributes['one:b']]).toEqual([
    'one:a',
    '1',
  ]);
});
