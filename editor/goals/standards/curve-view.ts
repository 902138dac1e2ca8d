// A standard as a curve to look at and to drag: where values and scores are on the picture, and back.
import { type Measure, type Standards, unreachable } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { isLessBetter } from '../track-of.ts';

/** A standard that is a curve of numbers; levels are none. */
export type Curved = Exclude<Standards, { kind: 'levels' }>;

export interface Anchor {
  key: string;
  name: string;
  x: number;
  score: number;
}

/** Of the picture in pixels; it is as wide as there is room. */
export const size = { height: 166, left: 34, right: 14, top: 12, bottom: 40 };

export interface Domain {
  low: number;
  high: number;
}

/** Where the domain is drawn. */
export interface View extends Domain {
  width: number;
}

type Points = Extract<Standards, { kind: 'points' }>;
type Range = Extract<Standards, { kind: 'range' }>;

const anchor = (key: string, name: string, x: number, score: number): Anchor => ({ key, name, x, score });

const ofPoints = ({ unacceptable, meets, exceeds }: Points): Anchor[] => [
  ...(unacceptable === undefined ? [] : [anchor('unacceptable', t('Unacceptable'), unacceptable, 0)]),
  anchor('meets', t('Meets'), meets, 100),
  ...(exceeds === undefined ? [] : [anchor('exceeds', t('Exceeds'), exceeds, 120)]),
];

const ofRange = ({ low, okLow, okHigh, high, ideal }: Range): Anchor[] => [
  anchor('low', t('Too low at'), low, 0),
  anchor('okLow', t('Meets from'), okLow, 100),
  ...(ideal
    ? [anchor('ideal.0', t('Exceeds from'), ideal[0], 120), anchor('ideal.1', t('Exceeds to'), ideal[1], 120)]
    : []),
  anchor('okHigh', t('Meets to'), okHigh, 100),
  anchor('high', t('Too high at'), high, 0),
];

export function anchorsOf(standards: Curved): Anchor[] {
  switch (standards.kind) {
    case 'points':
      return ofPoints(standards);
    case 'range':
      return ofRange(standards);
    case 'anchors':
      return standards.anchors.map(({ x, score }, index) =>
        anchor(String(index), t('Score {score}', { score }), x, score),
      );
    default:
      return unreachable(standards);
  }
}

/** The standard with one anchor at another value; the others stay where they are. */
export function withAnchor(standards: Curved, key: string, x: number): Curved {
  if (standards.kind === 'points') return { ...standards, [key]: x };
  if (standards.kind === 'anchors') {
    const anchors = standards.anchors.map((one, index) => (String(index) === key ? { ...one, x } : one));
    return { ...standards, anchors };
  }
  const { ideal } = standards;
  if (ideal && key === 'ideal.0') return { ...standards, ideal: [x, ideal[1]] };
  if (ideal && key === 'ideal.1') return { ...standards, ideal: [ideal[0], x] };
  return { ...standards, [key]: x };
}

const rises = (
  standards: Curved,
  direction: Measure['direction'],
  [first, last]: (Anchor | undefined)[],
): boolean => {
  if (standards.kind === 'points') return !isLessBetter(direction);
  return standards.kind === 'range' || (first?.x ?? 0) <= (last?.x ?? 0);
};

/** An anchor stays between its neighbours, a step from them: beyond them the curve is none. */
export function within(
  { standards, direction, step }: { standards: Curved; direction: Measure['direction']; step: number },
  key: string,
  x: number,
): number {
  const anchors = anchorsOf(standards);
  const isRising = rises(standards, direction, [anchors[0], anchors.at(-1)]);
  const inOrder = isRising ? anchors : anchors.toReversed();
  const place = inOrder.findIndex((one) => one.key === key);
  const least = (inOrder[place - 1]?.x ?? -Infinity) + step;
  const most = (inOrder[place + 1]?.x ?? Infinity) - step;
  // Typed values may cross already; a drag is the way out.
  return least > most ? x : Number(Math.min(most, Math.max(least, x)).toPrecision(12));
}

/** Everything that is drawn, with room at both ends. */
export function domainOf(values: readonly number[]): Domain {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  return { low: low - room, high: high + room };
}

const innerOf = ({ width }: View): number => width - size.left - size.right;
const tall = size.height - size.top - size.bottom;

export function toX(value: number, view: View): number {
  const { low, high } = view;
  return size.left + Math.min(1, Math.max(0, (value - low) / (high - low))) * innerOf(view);
}
export const toY = (score: number): number => size.top + (1 - score / 120) * tall;

/** A press of a key moves by this much, and a drag lands on its multiples. */
export function stepOf({ low, high }: Domain): number {
  const rough = (high - low) / 100;
  return 10 ** Math.floor(Math.log10(rough));
}

const onStep = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12));

export function fromX(x: number, view: View): number {
  const share = Math.min(1, Math.max(0, (x - size.left) / innerOf(view)));
  return onStep(view.low + share * (view.high - view.low), stepOf(view));
}

/** Undefined: the key moves nothing. */
export function movedBy(key: string, value: number, step: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
  };
  const by = steps[key];
  return by === undefined ? undefined : onStep(value + by * step, step);
}

/** Without an unacceptable value there is nothing between: a level is reached or it is not. */
export const isSteps = (standards: Curved): boolean =>
  (standards.kind === 'points' && standards.unacceptable === undefined) ||
  (standards.kind === 'anchors' && standards.mode === 'step');

/**
 * Values grow to the right, as on every axis, while the line of a standard goes from worse to better: the axis says which
 * of its ends is the better one. Null: neither.
 */
export function betterEnd(standards: Curved, direction: Measure['direction']): 'left' | 'right' | null {
  if (standards.kind === 'range') return null;
  if (standards.kind === 'points') return isLessBetter(direction) ? 'left' : 'right';
  const sorted = standards.anchors.toSorted((a, b) => a.x - b.x);
  const rises = (sorted.at(-1)?.score ?? 0) - (sorted[0]?.score ?? 0);
  if (rises === 0) return null;
  return rises < 0 ? 'left' : 'right';
}

type Place = Pick<Anchor, 'x' | 'score'>;

/** The ends go on at the level that they have reached. */
function along(sorted: readonly Place[], { low, high }: Domain): Place[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  return [{ x: low, score: first.score }, ...sorted, { x: high, score: last.score }];
}

/** Each level holds from its place on to the better, and none before the first. */
function inSteps(sorted: readonly Place[], { low, high }: Domain, fallsRight: boolean): Place[] {
  const levels = sorted.map(({ score }) => score);
  const between = fallsRight ? [...levels, 0] : [0, ...levels];
  const edges = [low, ...sorted.map(({ x }) => x), high];
  return between.flatMap((score, index) => edges.slice(index, index + 2).map((x) => ({ x, score })));
}

export function pathOf(standards: Curved, direction: Measure['direction'], view: View): string {
  const sorted = anchorsOf(standards).toSorted((a, b) => a.x - b.x);
  const places = isSteps(standards) ? inSteps(sorted, view, direction !== 'increase') : along(sorted, view);
  return places.map(({ x, score }) => `${toX(x, view)},${toY(score)}`).join(' ');
}
