// Which sign separates the cells of a CSV text. Spreadsheets write a semicolon where the comma is the decimal sign, and a
// tab into the clipboard; the line of the columns' names tells which.

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Without what stands in quotes, which may be any sign and more than one line; empty lines may come before it. */
const firstLine = (content: string): string =>
  /[^\r\n]*[^\r\n ][^\r\n]*/.exec(content.replace(/^\uFEFF/, '').replaceAll(/"(?:[^"]|"")*"/g, '""'))?.[0] ??
  '';

const countIn = (line: string, sign: string): number => line.split(sign).length - 1;

/** The one that the first line has most of; a comma when it has none. */
export function delimiterOf(content: string): Delimiter {
  const line = firstLine(content);
  return DELIMITERS.reduce((best, sign) => (countIn(line, sign) > countIn(line, best) ? sign : best));
}
