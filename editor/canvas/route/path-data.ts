// Points as the data of an SVG path, its corners rounded.
import type { Point } from '../../document/command.ts';

const cornerRadius = 10;

export function pathData(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = rest.map((point, index) => {
    const before = points[index];
    const after = rest[index + 1];
    return before && after ? corner(before, point, after) : `L ${point.x} ${point.y}`;
  });
  return [`M ${first.x} ${first.y}`, ...parts].join(' ');
}

function corner(before: Point, at: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, at) / 2, distance(at, after) / 2);
  const start = towards(at, before, radius);
  const end = towards(at, after, radius);
  return `L ${start.x} ${start.y} Q ${at.x} ${at.y} ${end.x} ${end.y}`;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
});
