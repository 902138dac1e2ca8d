// What a command shows: one JSON document, or a table and lines that a person reads.
import type { Json } from '../../engine/index.ts';
import type { ExitCode } from './exit-codes.ts';

/** Data for --json, and how a person sees it: as a table of these columns, or as these lines. */
export type Shown = (
  | { kind: 'table'; data: Json; rows: Json[]; columns: [title: string, path: string][] }
  | { kind: 'lines'; data: Json; lines: string[] }
  /** The JSON document as text, for numbers with more digits than Json holds. */
  | { kind: 'document'; text: string }
) & {
  /** When what is shown is that something is not as it should be. */
  exitCode?: ExitCode;
};

/** The value at a dotted path, as text. */
function textAt(value: Json, path: string): string {
  let at: Json | undefined = value;
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null && !Array.isArray(at) ? at[key] : undefined;
  }
  if (at === null || at === undefined) return '–';
  if (Array.isArray(at)) return at.join(', ');
  return typeof at === 'object' ? JSON.stringify(at) : String(at);
}

function table(rows: Json[], columns: [title: string, path: string][]): string {
  const cells = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, path]) => textAt(row, path))),
  ];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function render(shown: Shown, json: boolean): string {
  if (shown.kind === 'document') return shown.text;
  if (json) return JSON.stringify(shown.data, null, 2);
  if (shown.kind === 'lines') return shown.lines.join('\n');
  return shown.rows.length === 0 ? 'Nothing found.' : table(shown.rows, shown.columns);
}

export const asTable = (items: Json[], columns: [title: string, path: string][]): Shown => ({
  kind: 'table',
  data: { items },
  rows: items,
  columns,
});

/** One record: a line for each of the columns. */
export const asRecord = (data: Json, columns: [title: string, path: string][]): Shown => ({
  kind: 'lines',
  data,
  lines: columns.map(([title, path]) => `${`${title}:`.padEnd(14)} ${textAt(data, path)}`),
});

export const asLines = (data: Json, ...lines: string[]): Shown => ({ kind: 'lines', data, lines });

export { textAt };
