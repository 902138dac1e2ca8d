// A measure's standard as a picture: marks and zones on a line from worse (0) to better (1), and where the value is.
import type { Measure, Standards } from '../../engine/index.ts';
import { numberText, t, tAs, unitAfter } from '../language/index.ts';
import { curveZones, type Zone } from './curve-zones.ts';

export interface Mark {
  at: number;
  value: number;
  name: string;
}
export interface Track {
  marks: Mark[];
  zones: Zone[];
  /** Where the value is; null: there is none. */
  value: number | null;
}

type Held = Pick<Measure, 'direction'> & Partial<Pick<Measure, 'kind'>>;
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

/** Dates and milestones are held against how late they are. */
export const isByLateness = ({ kind, direction }: Held): boolean =>
  kind === 'date' || kind === 'milestones' || direction === 'milestone';

export const isLessBetter = (direction: Measure['direction']): boolean =>
  direction === 'decrease' || direction === 'milestone';

/** What the numbers of a standard are in. */
export const standardUnit = (measure: Held & Pick<Measure, 'unit'>): string =>
  isByLateness(measure) ? t('days late') : measure.unit;

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
  const place = scaleOf(values, isLessBetter(direction));
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
      ...(ideal
        ? [
            { value: ideal[0], name: t('Exceeds from'), at: place(ideal[0]) },
            { value: ideal[1], name: t('Exceeds to'), at: place(ideal[1]) },
          ]
        : []),
      // With others in between, a bare "to" would be the end of none.
      { value: okHigh, name: ideal ? t('Meets to') : tAs('range', 'to'), at: place(okHigh) },
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
  const values = [...standards.anchors.map(({ x }) => x), ...(number === null ? [] : [number])];
  const place = scaleOf(values, isLessBetter(direction));
  const marks = standards.anchors.map(({ x, score }) => ({
    ...{ value: x, at: place(x) },
    name: t('Score {score}', { score }),
  }));
  return {
    marks,
    zones: curveZones({ standards, direction }, values, place),
    value: number === null ? null : place(number),
  };
}

const timeUnit = /^(?:day|hour|minute|week|month|year)s$/;

/** "1 day", but "0.5 days" and "2 days". */
function unitOf(value: unknown, unit: string): string {
  if (value === 1 && unit === t('days late')) return unitAfter(t('day late'));
  return unitAfter(value === 1 && timeUnit.test(unit) ? unit.slice(0, -1) : unit);
}

export const withUnit = (value: unknown, unit: string): string => {
  if (value === null || value === undefined) return t('no value yet');
  const text = typeof value === 'number' ? numberText(value, { maximumFractionDigits: 4 }) : String(value);
  return `${text}${unitOf(value, unit)}`;
};

/** The standard in one sentence, for those who read it and for screen readers. */
export function standardWords({
  standards,
  direction: way,
  ...measure
}: Held & Pick<Measure, 'standards' | 'unit'>): string {
  const direction = isLessBetter(way) ? 'decrease' : way;
  const unit = standardUnit({ ...measure, direction: way });
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
  if (standards.kind === 'range') {
    const low = withUnit(standards.okLow, unit);
    const high = withUnit(standards.okHigh, unit);
    if (!standards.ideal) return t('Meets between {low} and {high}.', { low, high });
    const [from, to] = standards.ideal;
    return t('Meets between {low} and {high}, exceeds from {from} to {to}.', {
      low,
      high,
      from: withUnit(from, unit),
      to: withUnit(to, unit),
    });
  }
  if (standards.kind === 'levels')
    return t('Levels: {levels}.', {
      levels: Object.entries(standards.levels)
        .map(([level, score]) => t('{level} scores {score}', { level, score }))
        .join(', '),
    });
  return t('A curve of {count} points.', { count: standards.anchors.length });
}
