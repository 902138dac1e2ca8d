// --period: two days, both included.
import type { Period } from '../../engine/index.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { type Options, option } from './leaf.ts';

export const periodOption: [string, string] = [
  '--period <from..to>',
  'the days, such as 2026-01-01..2026-12-31',
];

export function periodOf(given: Options): Period | undefined {
  const text = option(given, 'period');
  if (text === undefined) return undefined;
  const [, start, end] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  if (start && end) return { start, end };
  throw new CommandError('--period takes two days, such as 2026-01-01..2026-12-31.', exitCodes.usage);
}
