// Takes the document back out of an SVG that was exported here, also after another program has saved it again.
export const documentId = 'cyclewright-cycle';

const holder = new RegExp(
  `<(?:\\w+:)?metadata\\b[^>]*\\bid="${documentId}"[^>]*>([\\s\\S]*?)</(?:\\w+:)?metadata>`,
);
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

/** The text of the document; null when the picture holds none. */
export function documentInSvg(svg: string): string | null {
  const held = holder.exec(svg)?.[1]?.trim();
  if (held === undefined) return null;
  const quoted = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(held)?.[1];
  return quoted ?? unescaped(held);
}
