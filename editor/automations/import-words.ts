// How far an import is, in words and as a share.
import type { ImportReport } from '../app/api/wire.ts';
import { numberText, t } from '../language/index.ts';

export type ImportProgress = NonNullable<ImportReport['progress']>;

const rows = (count: number): string => (count === 1 ? '1 row' : `${numberText(count)} rows`);

export function importWords({ phase, done, total }: ImportProgress): string {
  switch (phase) {
    case 'waiting':
      return t('It is about to begin.');
    case 'reading':
      return t('{done} of {rows} are read.', { done: numberText(done), rows: rows(total) });
    case 'comparing':
      return t('{rows} are compared with what is there.', { rows: rows(total) });
    case 'writing':
      return t('{rows} are written, all of them or none.', { rows: rows(total) });
  }
}

/** Reading and writing take about as long. */
export function importShare({ phase, done, total }: ImportProgress): number {
  if (phase === 'waiting' || total === 0) return 0;
  return phase === 'reading' ? (done / total) * 50 : 75;
}
