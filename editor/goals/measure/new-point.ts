// Where a further point of a curve is useful: as far beyond the last as its points usually stand apart, or between the last two.
import type { Standards } from '../../../engine/index.ts';

type Anchors = Extract<Standards, { kind: 'anchors' }>['anchors'];

const exact = (value: number): number => Number(value.toPrecision(12));

/** The middle one of the gaps, so that one wide gap does not throw the point far away; of a lone point a tenth. */
function usualGap(xs: readonly number[]): number {
  const gaps = xs
    .slice(1)
    .map((x, place) => Math.abs(x - (xs[place] ?? x)))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? (Math.abs(xs[0] ?? 0) / 10 || 1);
}

export function withNewPoint(anchors: Anchors, unit: string): Anchors {
  const last = anchors.at(-1);
  if (!last) return [{ x: 0, score: 100 }];
  const xs = anchors.map(({ x }) => x);
  const before = anchors.at(-2);
  const falls = before !== undefined && last.x < before.x;
  const x = exact(last.x + (falls ? -1 : 1) * usualGap(xs));
  // Nothing is measured below none, and of most things no more than all.
  const isBeyondAll =
    (x < 0 && xs.every((one) => one >= 0)) || (unit === '%' && x > 100 && xs.every((one) => one <= 100));
  if (!isBeyondAll || !before || before.x === last.x) return [...anchors, { x, score: last.score }];
  const between = { x: exact((before.x + last.x) / 2), score: exact((before.score + last.score) / 2) };
  return [...anchors.slice(0, -1), between, last];
}
