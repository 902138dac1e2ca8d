// On which days a measure is in force, in words, and why it counts for nothing where it is so on none of a plan's.
import type { Measure, Period } from '../../../engine/index.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';

type Days = Pick<Measure, 'effectiveFrom' | 'effectiveTo'>;

/** Null: on all days. */
export function forceWords({ effectiveFrom, effectiveTo }: Days, period?: Period): string | null {
  if (effectiveFrom && period && effectiveFrom > period.end)
    return t('Not counted: in force only from {day}', { day: shortDate(effectiveFrom) });
  if (effectiveTo && period && effectiveTo < period.start)
    return t('Not counted: in force only until {day}', { day: shortDate(effectiveTo) });
  if (effectiveFrom && effectiveTo)
    return t('In force from {from} to {to}', { from: shortDate(effectiveFrom), to: shortDate(effectiveTo) });
  if (effectiveFrom) return t('In force from {day}', { day: shortDate(effectiveFrom) });
  return effectiveTo ? t('In force until {day}', { day: shortDate(effectiveTo) }) : null;
}
