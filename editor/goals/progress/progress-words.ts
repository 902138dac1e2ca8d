// A measure's progress in words: of its target, what is expected by today, and what is overdue.
import type { MeasureProgress, Progress } from '../../../engine/index.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';

/** Rounded so that the words never say more than is true: 99.6 % of a target is not all of it. */
function perCentOf({ actual, expected, standing, isLimit }: Progress): { actual: number; expected: number } {
  const nearest = { actual: Math.round(actual * 100), expected: Math.round(expected * 100) };
  if (standing !== 'behind' || nearest.actual !== nearest.expected) return nearest;
  return isLimit
    ? { ...nearest, actual: Math.ceil(actual * 100), expected: Math.floor(expected * 100) }
    : { ...nearest, actual: Math.floor(actual * 100), expected: Math.ceil(expected * 100) };
}

export function progressWords(progress: Progress): string {
  const { actual, expected } = perCentOf(progress);
  return progress.isLimit
    ? t('{actual} % of the limit, expected at most {expected} %', { actual, expected })
    : t('{actual} % of target, expected {expected} %', { actual, expected });
}

export const standingWords: Record<Progress['standing'], string> = {
  ahead: t('Ahead'),
  onPace: t('On pace'),
  behind: t('Behind'),
};

export const staleWords = ({ staleSince }: MeasureProgress): string | null =>
  staleSince === null ? null : t('A value is overdue since {day}', { day: shortDate(staleSince) });

/** Where the bar ends and the marker stands on a line that holds both, 0..1. */
export function placesOf({ actual, expected }: Progress): {
  actual: number;
  expected: number;
  whole: number;
} {
  const most = Math.max(1, actual, expected);
  return { actual: Math.max(0, actual) / most, expected: expected / most, whole: 1 / most };
}

export const sparkSize = { width: 72, height: 18 };

/** The points of a line through the values, the newest at the right. */
export function sparkOf(values: readonly number[]): { x: number; y: number }[] {
  const low = Math.min(...values);
  const room = Math.max(...values) - low || 1;
  const { width, height } = sparkSize;
  return values.map((value, index) => ({
    x: 2 + (index / Math.max(1, values.length - 1)) * (width - 4),
    y: height - 2 - ((value - low) / room) * (height - 4),
  }));
}
