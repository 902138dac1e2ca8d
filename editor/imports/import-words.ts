// How far an import is, in words and as a share.
import type { ImportReport } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export type ImportProgress = NonNullable<ImportReport['progress']>;

export function importWords({ phase, done, total }: ImportProgress): string {
  switch (phase) {
    case 'waiting':
      return t('It is about to begin.');
    case 'reading':
      return t('{done, number} of {total, plural, one {# row} other {# rows}} are read.', { done, total });
    case 'comparing':
      return t('{total, plural, one {# row} other {# rows}} are compared with what is there.', { total });
    case 'writing':
      return t('{total, plural, one {# row} other {# rows}} are written, all of them or none.', { total });
  }
}

/** Reading and writing take about as long. */
export function importShare({ phase, done, total }: ImportProgress): number {
  if (phase === 'waiting' || total === 0) return 0;
  return phase === 'reading' ? (done / total) * 50 : 75;
}
