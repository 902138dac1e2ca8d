// A measure's standard as a picture: marks and zones on a line from worse (0) to better (1), and where the value is.
import type { Measure, Outcome, Standards } from '../../engine/index.ts';
import { numberText, percentSign, t, tAs } from '../language/index.ts';

export interface Mark {
  at: number;
  value: number;
  name: string;
}
export interface Zone {
  from: number;
  to: number;
  outcome: Outcome;
}
export interface Track {
  marks: Mark[];
  zones: Zone[];
  /** Where the value is; null: there is none. */
  value: number | null;
}

type Named = { value: number; name: string };

/** A little room at both ends, so that a value beyond the last mark can be seen; none below zero, where nothing is. */
function scaleOf(values: number[], reversed: boolean): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  const from = low < 0 ? low - room : Math.max(0, low - room);
  const place = (value: number) => (value - from) / (high + room - from);
  return (value) => {
    const at = Math.min(1, Math.max(0, place(value)));
    return reversed ? 1 - at : at;
  };
}

function pointsTrack(
  standards: Extract<Standards, { kind: 'points' }>,
  direction: Measure['direction'],
  value: number | null,
): Track {
  const { unacceptable, meets, exceeds } = standards;
  const named: Named[] = [
    ...(unacceptable === undefined ? [] : [{ value: unacceptable, name: t('Unacceptable') }]),
    { value: meets, name: t('Meets') },
    ...(exceeds === undefined ? [] : [{ value: exceeds, name: t('Exceeds') }]),
  ];
  const values = [...named.map((mark) => mark.value), ...(value === null ? [] : [value])];
  const place = scaleOf(values, direction === 'decrease');
  const marks = named.map((mark) => ({ ...mark, at: place(mark.value) }));
  const beyond = exceeds === undefined ? 1 : place(exceeds);
  const zones: Zone[] = [
    { from: 0, to: place(meets), outcome: 'below' },
    { from: place(meets), to: beyond, outcome: 'meets' },
    ...(exceeds === undefined ? [] : [{ from: beyond, to: 1, outcome: 'exceeds' as const }]),
  ];
  return { marks, zones, value: value === null ? null : place(value) };
}

function rangeTrack(standards: Extract<Standards, { kind: 'range' }>, value: number | null): Track {
  const { low, okLow, okHigh, high, ideal } = standards;
  const place = scaleOf([low, okLow, okHigh, high, ...(value === null ? [] : [value])], false);
  const best: Zone[] = ideal ? [{ from: place(ideal[0]), to: place(ideal[1]), outcome: 'exceeds' }] : [];
  return {
    marks: [
      { value: okLow, name: t('Meets from'), at: place(okLow) },
      { value: okHigh, name: tAs('range', 'to'), at: place(okHigh) },
    ],
    zones: [
      { from: 0, to: place(okLow), outcome: 'below' },
      { from: place(okLow), to: place(okHigh), outcome: 'meets' },
      { from: place(okHigh), to: 1, outcome: 'below' },
      ...best,
    ],
    value: value === null ? null : place(value),
  };
}

/** Null: the standard has no line, because it scores levels or there is none. */
export function trackOf(measure: Pick<Measure, 'standards' | 'direction'>, value: unknown): Track | null {
  const number = typeof value === 'number' ? value : null;
  const { standards, direction } = measure;
  if (standards?.kind === 'points') return pointsTrack(standards, direction, number);
  if (standards?.kind === 'range') return rangeTrack(standards, number);
  if (standards?.kind !== 'anchors') return null;
  const place = scaleOf(
    [...standards.anchors.map(({ x }) => x), ...(number === null ? [] : [number])],
    direction === 'decrease',
  );
  const marks = standards.anchors.map(({ x, score }) => ({ value: x, name: `${score}`, at: place(x) }));
  return { marks, zones: [], value: number === null ? null : place(number) };
}

const timeUnit = /^(?:day|hour|minute|week|month|year)s$/;

/** "1 day", but "0.5 days" and "2 days". */
function unitOf(value: unknown, unit: string): string {
  if (unit === '') return '';
  if (unit === '%') return percentSign();
  return value === 1 && timeUnit.test(unit) ? ` ${unit.slice(0, -1)}` : ` ${unit}`;
}

export const withUnit = (value: unknown, unit: string): string => {
  if (value === null || value === undefined) return t('no value yet');
  const text = typeof value === 'number' ? numberText(value, { maximumFractionDigits: 4 }) : String(value);
  return `${text}${unitOf(value, unit)}`;
};

/** The standard in one sentence, for those who read it and for screen readers. */
export function standardWords({
  standards,
  direction,
  unit,
}: Pick<Measure, 'standards' | 'direction' | 'unit'>): string {
  if (standards === null) return t('No standard is set, so it is not scored.');
  if (standards.kind === 'points') {
    const { unacceptable, meets, exceeds } = standards;
    return t(
      'Meets with {direction, select, decrease {at most} range {between} rubric {level} other {at least}} {meets}{exceeds, select, none {} other {, exceeds at {exceeds}}}{unacceptable, select, none {} other {, unacceptable at {unacceptable}}}.',
      {
        direction,
        meets: withUnit(meets, unit),
        exceeds: exceeds === undefined ? 'none' : withUnit(exceeds, unit),
        unacceptable: unacceptable === undefined ? 'none' : withUnit(unacceptable, unit),
      },
    );
  }
  if (standards.kind === 'range')
    return t('Meets between {low} and {high}.', {
      low: withUnit(standards.okLow, unit),
      high: withUnit(standards.okHigh, unit),
    });
  if (standards.kind === 'levels')
    return t('Levels: {levels}.', {
      levels: Object.entries(standards.levels)
        .map(([level, score]) => t('{level} scores {score}', { level, score }))
        .join(', '),
    });
  return t('A curve of {count} points.', { count: standards.anchors.length });
}
