// A block of cells as tab-separated text, as spreadsheets put it on the clipboard, and back.

/** A cell that a spreadsheet has quoted: its own quotes are doubled, and it may hold tabs and line ends. */
const quotedCell = /^"((?:[^"]|"")*)"(?=\t|\n|$)/;

/** "below" is a text of FEEL, and no quoted cell: nothing in it needs the quotes. */
const neededQuotes = (inside: string): boolean => /""|\t|\n/.test(inside);

export function readBlock(text: string): string[][] {
  const rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const lines: string[][] = [[]];
  let from = 0;
  while (from <= rest.length) {
    const { cell, to } = readCell(rest, from);
    lines.at(-1)?.push(cell);
    if (to >= rest.length) break;
    if (rest[to] === '\n') lines.push([]);
    from = to + 1;
  }
  return lines;
}

function readCell(text: string, from: number): { cell: string; to: number } {
  const quoted = quotedCell.exec(text.slice(from));
  const inside = quoted?.[1];
  if (quoted && inside !== undefined && neededQuotes(inside))
    return { cell: inside.replaceAll('""', '"'), to: from + quoted[0].length };
  const plain = /^[^\t\n]*/.exec(text.slice(from))?.[0] ?? '';
  return { cell: plain, to: from + plain.length };
}

const writeCell = (cell: string): string => (/[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeBlock = (block: readonly (readonly string[])[]): string =>
  block.map((line) => line.map(writeCell).join('\t')).join('\n');
