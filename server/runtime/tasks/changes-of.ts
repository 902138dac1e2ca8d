// What a form changes of a goal or measure that is there: nothing that is so already, and nothing that somebody else
// has changed since it was read.
import { isDeepStrictEqual } from 'node:util';
import type { Goal, Measure } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

interface Wish<Kind> {
  /** That it was read at; absent: whoever sends it vouches for all of it. */
  version: number | undefined;
  patch: Partial<Kind>;
}

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function bothOf(now: unknown, sent: unknown): string {
  if (!isPlain(now) || !isPlain(sent)) return 'It is another by now.';
  return `It is ${JSON.stringify(now)} by now; you send ${JSON.stringify(sent)}.`;
}

/** Null: it is so already. @throws ProblemError stale with both sides of what differs. */
export function changesOf<Kind extends Goal | Measure>(
  now: Kind,
  { version, patch }: Wish<Kind>,
): Partial<Kind> | null {
  const changed = Object.entries(patch).filter(
    ([key, value]) => !isDeepStrictEqual(value, now[key as keyof Kind]),
  );
  if (changed.length === 0) return null;
  if (version === undefined || version === now.version) return Object.fromEntries(changed) as Partial<Kind>;
  const errors = changed.map(([key, sent]) => ({
    pointer: `/${key}`,
    code: 'changed',
    detail: bothOf(now[key as keyof Kind], sent),
  }));
  throw new ProblemError(
    'stale',
    `“${now.title}” has changed since you read it. Nothing was changed, and what you wrote is kept: look at both and send it again.`,
    { errors },
  );
}
