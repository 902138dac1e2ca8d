// What is recorded of a measure, by its kind: a number, a numerator and a denominator, a mean with its cases, a level, yes
// or no, a day, a milestone.
import type { Measure, Observation } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { withUnit } from '../track-of.ts';
import { hasLevels } from './kinds.ts';

export interface Observed {
  value: number | string | boolean | null;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
}
export const nothingObserved: Observed = { value: null, numerator: null, denominator: null, n: null };

type Shaped = Pick<
  Measure,
  'kind' | 'direction' | 'timeAggregation' | 'standards' | 'milestones' | 'dueFrom'
>;
export type Recording =
  | 'ratio'
  | 'cases'
  | 'level'
  | 'yes-or-no'
  | 'day'
  | 'days-late'
  | 'milestone'
  | 'words'
  | 'number';

export function recordingOf(measure: Shaped): Recording {
  const { kind, timeAggregation, standards, dueFrom } = measure;
  if (kind === 'boolean') return 'yes-or-no';
  if (kind === 'milestones') return 'milestone';
  if (kind === 'narrative') return 'words';
  if (standards?.kind === 'levels' || hasLevels(measure)) return 'level';
  if (kind === 'date') return dueFrom ? 'day' : 'days-late';
  if (timeAggregation === 'ratio') return 'ratio';
  return timeAggregation === 'weightedMean' ? 'cases' : 'number';
}

/** What is missing, in words; null: nothing. */
export function lacks(measure: Shaped, observed: Observed): string | null {
  switch (recordingOf(measure)) {
    case 'ratio':
      return observed.numerator === null || observed.denominator === null
        ? t('Give the numerator and the denominator.')
        : null;
    case 'cases':
      if (observed.value === null) return t('Give the value that was observed.');
      return observed.n === null ? t('Say how many cases stand behind the value.') : null;
    default:
      return observed.value === null || observed.value === '' ? t('Give the value that was observed.') : null;
  }
}

/** Something was typed, so that it is meant to be recorded. */
export const isBegun = ({ value, numerator, denominator, n }: Observed): boolean =>
  [value, numerator, denominator, n].some((one) => one !== null && one !== '');

export interface Recorded {
  value?: number | string | boolean;
  numerator?: number;
  denominator?: number;
  n?: number;
}

/** Only what its kind asks for. */
export function toRecorded(measure: Shaped, { value, numerator, denominator, n }: Observed): Recorded {
  const way = recordingOf(measure);
  if (way === 'ratio')
    return { ...(numerator === null ? {} : { numerator }), ...(denominator === null ? {} : { denominator }) };
  return { ...(value === null ? {} : { value }), ...(way === 'cases' && n !== null ? { n } : {}) };
}

/** As it is read: 45 of 50, or its value. */
export function observedWords(
  one: Pick<Observation, 'value' | 'numerator' | 'denominator'> | undefined,
  measure: Pick<Measure, 'unit' | 'milestones'>,
): string {
  if (one?.value == null && one?.numerator != null)
    return t('{numerator} of {denominator}', { numerator: one.numerator, denominator: one.denominator ?? 0 });
  if (typeof one?.value === 'boolean') return one.value ? t('Yes') : t('No');
  const milestone = measure.milestones?.find(({ id }) => id === one?.value);
  return milestone?.title ?? withUnit(one?.value ?? null, measure.unit);
}

/** Where it stands on the track of the standard. */
export function placeOf(
  measure: Shaped & Pick<Measure, 'per'>,
  { value, numerator, denominator }: Observed,
): unknown {
  if (recordingOf(measure) !== 'ratio') return value ?? undefined;
  if (numerator === null || !denominator) return undefined;
  return (numerator / denominator) * (measure.per ?? (measure.kind === 'percent' ? 100 : 1));
}
