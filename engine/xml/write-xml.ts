// XML as text: two spaces for each level, elements with text on one line, attributes in the order given.

export interface Xml {
  name: string;
  /** Those that are undefined are left out. */
  attributes: Record<string, string | undefined>;
  children: (Xml | string)[];
}

export const xml = (
  name: string,
  attributes: Xml['attributes'] = {},
  children: Xml['children'] = [],
): Xml => ({
  name,
  attributes,
  children,
});

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (character: string): string => entities[character] ?? `&#${character.charCodeAt(0)};`;

/** Characters that XML cannot hold at all are shown as such. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const allowed = (text: string): string => text.replace(forbidden, '\ufffd');

/** A reader makes spaces of line ends and tabs in an attribute, and line feeds of all line ends in a text. */
const escapeAttribute = (text: string): string => allowed(text).replace(/[&<>"\n\r\t]/g, escaped);
const escapeText = (text: string): string => allowed(text).replace(/[&<>\r]/g, escaped);

function write({ name, attributes, children }: Xml, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`],
  );
  const start = `${indent}<${name}${given.join('')}`;
  if (children.every((child) => child === '')) return `${start}/>`;
  if (children.some((child) => typeof child === 'string')) {
    const inside = children.map((child) =>
      typeof child === 'string' ? escapeText(child) : write(child, ''),
    );
    return `${start}>${inside.join('')}</${name}>`;
  }
  const lines = children.map((child) => (typeof child === 'string' ? '' : write(child, `${indent}  `)));
  return [`${start}>`, ...lines, `${indent}</${name}>`].join('\n');
}

export const writeXml = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
