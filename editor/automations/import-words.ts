// How far an import is, in words and as a share.
import type { ImportReport } from '../app/api/wire.ts';
import { numberText } from '../language/index.ts';

export type ImportProgress = NonNullable<ImportReport['progress']>;

const rows = (count: number): string => (count === 1 ? '1 row' : `${numberText(count)} rows`);

export function importWords({ phase, done, total }: ImportProgress): string {
  switch (phase) {
    case 'waiting':
      return 'It is about to begin.';
    case 'reading':
      return `${numberText(done)} of ${rows(total)} are read.`;
    case 'comparing':
      return `${rows(total)} are compared with what is there.`;
    case 'writing':
      return `${rows(total)} are written, all of them or none.`;
  }
}

/** Reading and writing take about as long. */
export function importShare({ phase, done, total }: ImportProgress): number {
  if (phase === 'waiting' || total === 0) return 0;
  return phase === 'reading' ? (done / total) * 50 : 75;
}
