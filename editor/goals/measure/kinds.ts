// Which kinds of measures there are, and what each leaves to choose: which way is better, and how values are drawn
// together over time.
import type { Measure } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export type Kind = Measure['kind'];
export type Direction = Measure['direction'];
export type Aggregation = Measure['timeAggregation'];

export const kindChoices: readonly { value: Kind; label: string }[] = [
  { value: 'number', label: t('Number') },
  { value: 'percent', label: t('Per cent') },
  { value: 'currency', label: t('Money') },
  { value: 'duration', label: t('Duration') },
  { value: 'date', label: t('Date') },
  { value: 'boolean', label: t('Yes or no') },
  { value: 'rubric', label: t('Levels') },
  { value: 'milestones', label: t('Milestones') },
  { value: 'narrative', label: t('In words, never scored') },
];

const directionWords: Record<Direction, string> = {
  increase: t('More is better'),
  decrease: t('Less is better'),
  range: t('Best in between'),
  rubric: t('By its level'),
  milestone: t('Earlier is better'),
};
const aggregationWords: Record<Aggregation, string> = {
  last: t('Last value'),
  sum: t('Sum'),
  mean: t('Mean'),
  weightedMean: t('Mean by cases'),
  ratio: t('Ratio'),
  min: t('Lowest'),
  max: t('Highest'),
};
interface Choice<Value> {
  value: Value;
  label: string;
}
/** All there are, whatever the kind. */
export const allDirections: Choice<string>[] = Object.entries(directionWords).map(([value, label]) => ({
  value,
  label,
}));
export const allAggregations: Choice<string>[] = Object.entries(aggregationWords).map(([value, label]) => ({
  value,
  label,
}));

const counted: readonly Direction[] = ['increase', 'decrease', 'range'];
const directionsBy: Partial<Record<Kind, readonly Direction[]>> = {
  date: ['decrease'],
  boolean: ['rubric'],
  rubric: ['rubric'],
  milestones: ['milestone'],
  narrative: ['increase'],
};
const anyWay: readonly Aggregation[] = ['last', 'sum', 'mean', 'weightedMean', 'ratio', 'min', 'max'];
const aggregationsBy: Partial<Record<Kind, readonly Aggregation[]>> = {
  // Percentages do not add up.
  percent: ['ratio', 'last', 'mean', 'weightedMean', 'min', 'max'],
  date: ['last', 'max', 'min'],
  boolean: ['last'],
  rubric: ['last', 'min', 'max'],
  milestones: ['last'],
  narrative: ['last'],
};

const directionsOf = (kind: Kind): readonly Direction[] => directionsBy[kind] ?? counted;
const aggregationsOf = (kind: Kind): readonly Aggregation[] => aggregationsBy[kind] ?? anyWay;

/** What an import or the API has set, and the kind does not offer, can stay as it is. */
const withOwn = <Value>(offered: readonly Value[], own: Value): Value[] =>
  offered.includes(own) ? [...offered] : [...offered, own];

export const directionChoices = (kind: Kind, own: Direction): Choice<Direction>[] =>
  withOwn(directionsOf(kind), own).map((value) => ({ value, label: directionWords[value] }));
export const aggregationChoices = (kind: Kind, own: Aggregation): Choice<Aggregation>[] =>
  withOwn(aggregationsOf(kind), own).map((value) => ({ value, label: aggregationWords[value] }));

export interface Shape {
  kind: Kind;
  unit: string;
  direction: Direction;
  timeAggregation: Aggregation;
  weight: number;
  per?: number | undefined;
  milestones?: Measure['milestones'] | undefined;
  cadence?: string | null | undefined;
}

const unitOf = (kind: Kind, unit: string): string => {
  if (kind === 'percent') return '%';
  return unit === '%' ? '' : unit;
};

/** Another kind keeps of the shape what it can have. */
export function shapeAs<Of extends Shape>(shape: Of, kind: Kind): Of {
  const [direction = shape.direction] = directionsOf(kind);
  const [timeAggregation = shape.timeAggregation] = aggregationsOf(kind);
  return {
    ...shape,
    kind,
    unit: unitOf(kind, shape.unit),
    direction: directionsOf(kind).includes(shape.direction) ? shape.direction : direction,
    timeAggregation: aggregationsOf(kind).includes(shape.timeAggregation)
      ? shape.timeAggregation
      : timeAggregation,
    ...(kind === 'narrative' ? { weight: 0 } : {}),
    ...(kind === 'milestones' ? { milestones: shape.milestones ?? [] } : {}),
  };
}

export const hasLevels = ({ kind, direction }: Pick<Shape, 'kind' | 'direction'>): boolean =>
  kind === 'boolean' || kind === 'rubric' || direction === 'rubric';

/** The standards that it may have are of another sort. */
export const asksAnew = (
  before: Pick<Shape, 'kind' | 'direction'>,
  after: Pick<Shape, 'kind' | 'direction'>,
): boolean =>
  hasLevels(before) !== hasLevels(after) ||
  (before.direction === 'range') !== (after.direction === 'range') ||
  (after.kind === 'boolean') !== (before.kind === 'boolean') ||
  after.kind === 'narrative';

export const cadenceChoices = [
  { value: 'P1D', label: t('Every day') },
  { value: 'P1W', label: t('Every week') },
  { value: 'P2W', label: t('Every two weeks') },
  { value: 'P1M', label: t('Every month') },
  { value: 'P3M', label: t('Every quarter') },
  { value: 'P6M', label: t('Every half-year') },
  { value: 'P1Y', label: t('Every year') },
];
