// Figures as a file for a spreadsheet: RFC 4180, and no cell that the spreadsheet would take for a formula.

/** Spreadsheets run what begins with one of these, wide forms too. Rule: OWASP, "CSV Injection". A number is left as it is. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

export type Cell = string | number | null;

export function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !(typeof value === 'number' && NUMBER.test(text)) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const toCsv = (lines: readonly (readonly Cell[])[]): string =>
  lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
