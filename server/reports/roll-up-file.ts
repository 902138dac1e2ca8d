// The roll-up as a file for a spreadsheet: what is withheld on the screen is withheld here.
import { csvFile } from '../../engine/index.ts';
import type { readRollUp } from './read-roll-up.ts';

const outcomes = ['below', 'meets', 'exceeds', 'notScored'] as const;
const columns = ['name', 'kind', 'withheld', 'outcome', 'score', 'coverage', ...outcomes];

export function rollUpFile({ items, period, asOf }: Awaited<ReturnType<typeof readRollUp>>): string {
  const lines = items.map(({ name, kind, withheld, outcome, score, coverage, measures }) => [
    ...[name, kind, withheld ? 'withheld' : '', outcome, score, coverage],
    ...outcomes.map((one) => measures?.[one] ?? null),
    ...[period.start, period.end, asOf],
  ]);
  return csvFile([[...columns, 'start', 'end', 'asOf'], ...lines]);
}
