// From the standards that people write to a curve, or to the rule that they break:
// STD-01 degenerate, STD-02 against the measure's direction, STD-07 nobody can exceed.
import type { z } from 'zod';
import { unreachable } from '../model/json.ts';
import type { directionSchema, Standards } from '../model/measure.ts';
import type { Severity } from '../model/problem.ts';
import type { Anchor, Curve } from './curve.ts';
import { shapeOf } from './direction-of.ts';

export type Direction = z.infer<typeof directionSchema>;

interface StandardsProblem {
  code: 'STD-01' | 'STD-02' | 'STD-07';
  severity: Severity;
  message: string;
}

export type CurveReading =
  | { kind: 'curve'; curve: Curve; advice: StandardsProblem | null }
  | { kind: 'refused'; problem: StandardsProblem };

type Points = Extract<Standards, { kind: 'points' }>;
type Range = Extract<Standards, { kind: 'range' }>;
type Anchors = Extract<Standards, { kind: 'anchors' }>;
type OneWay = 'increase' | 'decrease';

const refuse = (code: 'STD-01' | 'STD-02', message: string): CurveReading => ({
  kind: 'refused',
  problem: { code, severity: 'error', message },
});

function accept(curve: Curve, scores: number[]): CurveReading {
  const message = 'No standard reaches 120, so nobody can exceed expectations here.';
  const advice: StandardsProblem = { code: 'STD-07', severity: 'info', message };
  return { kind: 'curve', curve, advice: scores.some((score) => score >= 120) ? null : advice };
}

const acceptAnchors = (curve: Exclude<Curve, { kind: 'levels' }>): CurveReading =>
  accept(
    curve,
    curve.anchors.map(({ score }) => score),
  );

/** Milestones and dates are scored by their days late: fewer is better. */
function oneWayOf(direction: Direction): OneWay | null {
  if (direction === 'milestone') return 'decrease';
  return direction === 'increase' || direction === 'decrease' ? direction : null;
}

function fromPoints({ unacceptable, meets, exceeds }: Points, direction: Direction): CurveReading {
  const way = oneWayOf(direction);
  if (way === null) {
    return refuse(
      'STD-02',
      `The direction is ${direction}, but these standards need “increase” or “decrease”.`,
    );
  }
  const named = [
    { name: 'unacceptable', x: unacceptable, score: 0 },
    { name: 'meets', x: meets, score: 100 },
    { name: 'exceeds', x: exceeds, score: 120 },
  ].flatMap(({ name, x, score }) => (x === undefined ? [] : [{ name, x, score }]));

  for (const [index, to] of named.entries()) {
    const from = named[index - 1];
    if (from === undefined) continue;
    if (from.x === to.x)
      return refuse('STD-01', `“${from.name}” and “${to.name}” are both ${to.x}. Set them apart.`);
    if (from.x < to.x !== (way === 'increase')) {
      const better = way === 'increase' ? 'More' : 'Less';
      return refuse(
        'STD-02',
        `${better} is better here, but “${from.name}” is ${from.x} and “${to.name}” is ${to.x}.`,
      );
    }
  }
  const anchors = named.map(({ x, score }) => ({ x, score })).sort((a, b) => a.x - b.x);
  const scored = unacceptable === undefined;
  return acceptAnchors(scored ? { kind: 'step', anchors, direction: way } : { kind: 'linear', anchors });
}

function fromRange({ low, okLow, okHigh, high, ideal }: Range, direction: Direction): CurveReading {
  if (direction !== 'range') {
    return refuse('STD-02', `Standards with a best range need the direction “range”, not “${direction}”.`);
  }
  const [from, to] = ideal ?? [okLow, okHigh];
  const strict = [low, okLow, ...(ideal ? [from] : [])];
  const rising = [...strict, ...(ideal ? [to] : []), okHigh, high];
  const text = rising.join(', ');
  if (rising.some((x, index) => x < (rising[index - 1] ?? x))) {
    return refuse('STD-02', `The points of a range must rise: ${text} do not.`);
  }
  if (low === okLow || okHigh === high || (ideal && (okLow === from || to === okHigh))) {
    return refuse('STD-01', `The points of a range must differ: ${text} do not.`);
  }
  const plateau: Anchor[] = ideal ? [from, to].map((x) => ({ x, score: 120 })) : [];
  const anchors: Anchor[] = [
    { x: low, score: 0 },
    { x: okLow, score: 100 },
    ...plateau,
    { x: okHigh, score: 100 },
    { x: high, score: 0 },
  ];
  const distinct = anchors.filter(({ x }, index) => x !== anchors[index - 1]?.x);
  return acceptAnchors({ kind: 'linear', anchors: distinct });
}

/** Best in between: the score rises to somewhere and falls after it. */
function fromHill(anchors: Anchor[]): CurveReading {
  if (shapeOf(anchors) === 'hill') return acceptAnchors({ kind: 'linear', anchors });
  const points = anchors.map(({ x, score }) => `${x} scores ${score}`).join(', ');
  return refuse('STD-02', `A range rises to its best and falls after it, but ${points}.`);
}

/** A line that rises or falls nowhere tells no value from another. */
function flatFault(anchors: Anchor[]): string | null {
  const [first] = anchors;
  if (first === undefined || anchors.length < 2) return 'A curve needs two anchors or more.';
  if (anchors.some(({ score }) => score !== first.score)) return null;
  return `Every anchor scores ${first.score}, so no value is better than another. Set them apart.`;
}

function fromAnchors({ anchors, mode }: Anchors, direction: Direction): CurveReading {
  const sorted = anchors.map(({ x, score }) => ({ x, score })).sort((a, b) => a.x - b.x);
  const twin = sorted.find(({ x }, index) => x === sorted[index - 1]?.x);
  if (twin) return refuse('STD-01', `Two anchors are at ${twin.x}. Keep one of them.`);
  const flat = mode === 'linear' ? flatFault(sorted) : null;
  if (flat !== null) return refuse('STD-01', flat);

  const way = oneWayOf(direction);
  if (way === null) {
    if (direction === 'range' && mode === 'linear') return fromHill(sorted);
    return refuse('STD-02', `Anchors of this mode need “increase” or “decrease”, not “${direction}”.`);
  }
  for (const [index, to] of sorted.entries()) {
    const from = sorted[index - 1];
    if (from === undefined || from.score === to.score) continue;
    if (from.score < to.score !== (way === 'increase')) {
      const points = `${from.x} scores ${from.score} and ${to.x} scores ${to.score}`;
      return refuse('STD-02', `The direction is ${way}, but ${points}.`);
    }
  }
  if (mode === 'step') return acceptAnchors({ kind: 'step', anchors: sorted, direction: way });
  return acceptAnchors({ kind: 'linear', anchors: sorted });
}

/** Standards without "unacceptable" are steps: 100 at or beyond "meets", 120 at or beyond "exceeds", else 0. */
export function curveOf(standards: Standards, direction: Direction): CurveReading {
  switch (standards.kind) {
    case 'points':
      return fromPoints(standards, direction);
    case 'range':
      return fromRange(standards, direction);
    case 'anchors':
      return fromAnchors(standards, direction);
    case 'levels': {
      const scores = Object.values(standards.levels);
      if (scores.length < 2) return refuse('STD-01', 'A rubric needs two levels or more.');
      return accept({ kind: 'levels', levels: standards.levels }, scores);
    }
    default:
      return unreachable(standards);
  }
}
