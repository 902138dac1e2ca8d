// The shape that stands for how a plan ends.
import { type Outcome, outcomeSchema } from '../../../engine/index.ts';

/** Ends are often called met or stopped rather than by a standard outcome. */
export function shapeFor(outcome: string | null): Outcome | null {
  const parsed = outcomeSchema.safeParse(outcome === 'met' ? 'meets' : outcome);
  return parsed.success ? parsed.data : null;
}
