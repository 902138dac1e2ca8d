// Reads an imported text into rows of named columns. Nothing is guessed: what cannot be read is a problem.
import { parse } from 'csv-parse/sync';
import { delimiterOf } from '../../engine/index.ts';

export interface RowProblem {
  /** As a spreadsheet numbers it: under one row of names the first is 2. Of JSON the first is 1. 0: the file as a whole. */
  row: number;
  column: string | null;
  message: string;
  /** reason-needed: somebody has been rated by what would change. own-plan: it judges who imports. */
  code?: string;
}
export type Row = Record<string, string>;
/** `numbers` has the number of each row. */
export interface ReadRows {
  rows: Row[];
  numbers: number[];
}
export type Rows = ({ kind: 'read' } & ReadRows) | { kind: 'unreadable'; problems: RowProblem[] };

const whole = (message: string): Rows => ({
  kind: 'unreadable',
  problems: [{ row: 0, column: null, message }],
});
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown reason');

/** The row that has the names of the columns. */
const NAMES = 1;

function readCsv(content: string): Rows {
  try {
    const delimiter = delimiterOf(content);
    const numbers: number[] = [];
    const rows: Row[] = parse(content, {
      ...{ columns: true, skip_empty_lines: true, bom: true, trim: true, delimiter },
      // Lines within quotes are one row there, and an empty line is one too.
      on_record: (row: Row, { records, empty_lines: empty }) => {
        numbers.push(NAMES + records + empty);
        return row;
      },
    });
    return { kind: 'read', rows, numbers };
  } catch (error) {
    return whole(`The CSV cannot be read: ${reasonOf(error)}.`);
  }
}

function readJson(content: string): Rows {
  try {
    const rows: unknown = JSON.parse(content);
    if (!Array.isArray(rows)) return whole('The JSON must be a list of rows.');
    if (rows.some((row) => typeof row !== 'object' || row === null || Array.isArray(row)))
      return whole('Every row of the JSON list must be an object.');
    const toText = (value: unknown): string =>
      value === null || value === undefined ? '' : String(value).trim();
    return {
      kind: 'read',
      rows: rows.map((row: object) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toText(value)])),
      ),
      numbers: rows.map((_, index) => index + 1),
    };
  } catch (error) {
    return whole(`The JSON cannot be read: ${reasonOf(error)}.`);
  }
}

export const readRows = (format: 'csv' | 'json', content: string): Rows =>
  format === 'csv' ? readCsv(content) : readJson(content);
