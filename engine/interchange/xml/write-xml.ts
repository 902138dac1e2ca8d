// XML as text: two spaces for each level, elements with text on one line.

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
/** Line ends and tabs in an attribute would be read as spaces. */
const escapeAttribute = (text: string): string =>
  allowed(text).replace(
    /[&<>"\n\r\t]/g,
    (character) => entities[character] ?? `&#${character.charCodeAt(0)};`,
  );
const escapeText = (text: string): string =>
  allowed(text).replace(/[&<>]/g, (character) => entities[character] ?? '');

/** XML has no way to write other control characters. */
const allowed = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) =>
    '\n\r\t'.includes(character) || character > '~' ? character : '\ufffd',
  );

function write({ name, attributes, children }: Xml, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`],
  );
  const start = `${indent}<${name}${given.join('')}`;
  if (children.length === 0) return `${start}/>`;
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
