// Elements to XML text: two spaces, attributes in the order given, one newline at the end.
export interface WrittenElement {
  name: string;
  /** Those without a value are left out. */
  attributes: [name: string, value: string | undefined][];
  /** Elements, or the text of one that holds nothing else. */
  content: WrittenElement[] | string;
}

export const element = (
  name: string,
  attributes: WrittenElement['attributes'] = [],
  content: WrittenElement['content'] = [],
): WrittenElement => ({ name, attributes, content });

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold at all are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapeText = (text: string): string =>
  text
    .replace(forbidden, '')
    .replace(/[&<>]/g, (letter) => escapes[letter] ?? letter)
    .replaceAll('\r', '&#13;');

/** A reader would make spaces of line breaks and tabs in an attribute. */
const escapeValue = (text: string): string =>
  text
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
    .replace(/[\t\n\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function write({ name, attributes, content }: WrittenElement, indent: string): string {
  const given = attributes.flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeValue(value)}"`],
  );
  const start = `${indent}<${name}${given.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escapeText(content)}</${name}>\n`;
  return `${start}>\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

export const writeXml = (root: WrittenElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
