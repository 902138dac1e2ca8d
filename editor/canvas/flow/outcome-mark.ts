// Where the shape of an outcome lies on the path that waits for it: just outside the stage that is left.
import type { Point } from '../../document/command.ts';
import type { OutcomeOrNone } from '../../theme/theme.ts';

export function outcomeMark(
  outcome: OutcomeOrNone | null,
  [start, next]: readonly Point[],
): { outcome: OutcomeOrNone; at: Point } | null {
  if (!outcome || !start || !next) return null;
  const at = { x: start.x + Math.sign(next.x - start.x) * 8, y: start.y + Math.sign(next.y - start.y) * 8 };
  return { outcome, at };
}
