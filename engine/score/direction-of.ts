// Which way standards say is better. Declared directions are held against it (STD-02), and where none is declared it is the direction.
import type { Standards } from '../model/measure.ts';
import type { Anchor } from './curve.ts';

export type Shape = 'rising' | 'falling' | 'hill' | 'flat' | 'mixed';

const shapes: [RegExp, Shape][] = [
  [/^$/, 'flat'],
  [/^u+$/, 'rising'],
  [/^d+$/, 'falling'],
  [/^u+d+$/, 'hill'],
];

/** What the score does as the value rises. `anchors` are in increasing x. */
export function shapeOf(anchors: readonly Anchor[]): Shape {
  const moves = anchors.slice(1).map(({ score }, index) => score - (anchors[index]?.score ?? 0));
  const text = moves.map((move) => (move > 0 ? 'u' : move < 0 ? 'd' : '')).join('');
  return shapes.find(([pattern]) => pattern.test(text))?.[1] ?? 'mixed';
}

const byShape = { rising: 'increase', falling: 'decrease', hill: 'range' } as const;

export type DerivedDirection = (typeof byShape)[keyof typeof byShape] | 'rubric';

/** Null: the standards could stand for more than one direction, or for none. */
export function directionOf(standards: Standards): DerivedDirection | null {
  switch (standards.kind) {
    case 'levels':
      return 'rubric';
    case 'range':
      return 'range';
    case 'points': {
      const points = [standards.unacceptable, standards.meets, standards.exceeds];
      const [from, to] = points.filter((x) => x !== undefined);
      if (from === undefined || to === undefined || from === to) return null;
      return from < to ? 'increase' : 'decrease';
    }
    case 'anchors': {
      const shape = shapeOf(standards.anchors.toSorted((a, b) => a.x - b.x));
      return shape === 'flat' || shape === 'mixed' ? null : byShape[shape];
    }
  }
}
