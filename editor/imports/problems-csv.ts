// The problems of an import as a table for whoever mends the file: each with its row as it stands there.
import { csvFile } from '../../engine/index.ts';
import type { ImportReport } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export function problemsCsv(problems: ImportReport['problems']): string {
  const head = [t('Row'), t('Column'), t('What to mend')];
  const lines = problems.map(({ row, column, message }) => [
    row === 0 ? t('File') : row,
    column ?? '',
    message,
  ]);
  return csvFile([head, ...lines]);
}
