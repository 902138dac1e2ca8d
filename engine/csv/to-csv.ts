// Lines as a file for a spreadsheet: RFC 4180, and no cell that the spreadsheet would take for a formula.

/** Spreadsheets run what begins with one of these, wide forms too. Rule: OWASP, "CSV Injection". A number is left as it is. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Also where the cells are parted by another sign than the comma, as spreadsheets of some languages expect. */
const NEEDS_QUOTES = /[",;\t\r\n]/;
/** Without it some spreadsheets take what is not English for other letters. */
export const CSV_BEGIN = '\uFEFF';

export type CsvCell = string | number | null;

export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !(typeof value === 'number' && NUMBER.test(text)) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const toCsv = (lines: readonly (readonly CsvCell[])[]): string =>
  lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');

export const csvFile = (lines: readonly (readonly CsvCell[])[]): string => CSV_BEGIN + toCsv(lines);
