// A chosen file as text, with the names of its columns and its first rows for the mapping. The server reads the rest.
import { parse } from 'csv-parse/browser/esm/sync';
import { delimiterOf } from '../../engine/index.ts';
import { t } from '../language/index.ts';

export interface ChosenFile {
  name: string;
  format: 'csv' | 'json';
  content: string;
  columns: string[];
  rows: number;
  /** The first rows, cells by the name of their column. */
  sample: Record<string, string>[];
}
export type ReadFile = { kind: 'read'; file: ChosenFile } | { kind: 'unreadable'; problem: string };

const sampleRows = 3;

const unreadable = (problem: string): ReadFile => ({ kind: 'unreadable', problem });

function readCsv(name: string, content: string): ReadFile {
  try {
    const lines: string[][] = parse(content, {
      ...{ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      delimiter: delimiterOf(content),
    });
    const [head = [], ...rows] = lines;
    const columns = head.filter((cell) => cell !== '');
    if (columns.length < 2)
      return unreadable(t('The first line must name the columns, with commas or semicolons between them.'));
    const sample = rows
      .slice(0, sampleRows)
      .map((cells) => Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])));
    return { kind: 'read', file: { name, format: 'csv', content, columns, rows: rows.length, sample } };
  } catch {
    return unreadable(t('The file is not CSV: a quote is opened and never closed.'));
  }
}

const cellText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).trim();

function readJson(name: string, content: string): ReadFile {
  try {
    const rows: unknown = JSON.parse(content);
    const first: unknown = Array.isArray(rows) ? rows[0] : null;
    if (!Array.isArray(rows) || typeof first !== 'object' || first === null)
      return unreadable(t('The JSON must be a list of rows, each an object.'));
    const sample = rows
      .slice(0, sampleRows)
      .map((row: object) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cellText(value)])),
      );
    const columns = Object.keys(first);
    return { kind: 'read', file: { name, format: 'json', content, columns, rows: rows.length, sample } };
  } catch {
    return unreadable(t('The file is not JSON.'));
  }
}

export async function readChosenFile(file: File): Promise<ReadFile> {
  const content = await file.text();
  return file.name.toLowerCase().endsWith('.json')
    ? readJson(file.name, content)
    : readCsv(file.name, content);
}
