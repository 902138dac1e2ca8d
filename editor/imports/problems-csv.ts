// The problems of an import as a table for whoever mends the file: each with its row as it stands there.

import type { ImportReport } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

/** What a spreadsheet would run as a formula becomes text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (value: string | number): string => `"${harmless(String(value)).replaceAll('"', '""')}"`;

export function problemsCsv(problems: ImportReport['problems']): string {
  const head = [t('Row'), t('Column'), t('What to mend')];
  const lines = problems.map(({ row, column, message }) => [
    row === 0 ? t('File') : row,
    column ?? '',
    message,
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
