// Reads an imported text into rows of named columns. Nothing is guessed: what cannot be read is a problem.
import { parse } from 'csv-parse/sync';
import { delimiterOf } from '../../engine/index.ts';

export interface RowProblem {
  /** 1 is the first row of data; 0 is the file as a whole. */
  row: number;
  column: string | null;
  message: string;
  /** reason-needed: somebody has been rated by what would change. own-plan: it judges who imports. */
  code?: string;
}
export type Row = Record<string, string>;
export type Rows = { kind: 'read'; rows: Row[] } | { kind: 'unreadable'; problems: RowProblem[] };

const whole = (message: string): Rows => ({
  kind: 'unreadable',
  problems: [{ row: 0, column: null, message }],
});
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown reason');

function readCsv(content: string): Rows {
  try {
    const delimiter = delimiterOf(content);
    const rows: Row[] = parse(content, {
      ...{ columns: true, skip_empty_lines: true, bom: true, trim: true, delimiter },
    });
    return { kind: 'read', rows };
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
    };
  } catch (error) {
    return whole(`The JSON cannot be read: ${reasonOf(error)}.`);
  }
}

export const readRows = (format: 'csv' | 'json', content: string): Rows =>
  format === 'csv' ? readCsv(content) : readJson(content);
