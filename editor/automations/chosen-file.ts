// A chosen file as text, with the names of its columns for the mapping. Only the first line of a CSV is looked
import { t } from '../language/index.ts';
// at here; the server reads the rows.
export interface ChosenFile {
  name: string;
  format: 'csv' | 'json';
  content: string;
  columns: string[];
  rows: number;
}
export type ReadFile = { kind: 'read'; file: ChosenFile } | { kind: 'unreadable'; problem: string };

const unreadable = (problem: string): ReadFile => ({ kind: 'unreadable', problem });

/** The cells of a CSV's first line; a quoted cell may hold commas and doubled quotes. */
export function headerCells(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}

function readCsv(name: string, content: string): ReadFile {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = headerCells(lines[0] ?? '').filter((cell) => cell !== '');
  if (columns.length < 2)
    return unreadable(t('The first line must name the columns, with commas between them.'));
  const rows = lines.slice(1).filter((line) => line.trim() !== '').length;
  return { kind: 'read', file: { name, format: 'csv', content, columns, rows } };
}

function readJson(name: string, content: string): ReadFile {
  try {
    const rows: unknown = JSON.parse(content);
    const first: unknown = Array.isArray(rows) ? rows[0] : null;
    if (!Array.isArray(rows) || typeof first !== 'object' || first === null)
      return unreadable(t('The JSON must be a list of rows, each an object.'));
    return {
      kind: 'read',
      file: { name, format: 'json', content, columns: Object.keys(first), rows: rows.length },
    };
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
