// What stands in a column in the first rows of a file.
import { t } from '../language/index.ts';
import type { ChosenFile } from './chosen-file.ts';

export function sampleWords({ sample }: Pick<ChosenFile, 'sample'>, column: string | undefined): string {
  if (column === undefined) return t('Left out');
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length === 0
    ? t('Empty in the first rows')
    : t('Such as {cells}', { cells: cells.map((cell) => t('“{cell}”', { cell })).join(', ') });
}
