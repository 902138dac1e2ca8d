// How a line stood at an instant: what a session found, and what it left.
import type { Outcome } from '../../../engine/index.ts';
import type { AppraisalLine, OutcomeChange } from './appraisal-of.ts';

export interface Held {
  heldAt: string | null;
  /** Null: it is open, or not yet begun. */
  closedAt: string | null;
}
type Line = Pick<AppraisalLine, 'rounds'>;

/** What the session was about: the last appraisal that was given before it closed. */
const roundOf = ({ rounds }: Line, { closedAt }: Held) =>
  rounds.findLast(({ at }) => at === null || closedAt === null || at < closedAt);

function outcomeAt(line: Line, held: Held, at: string | null): Outcome | null {
  const round = roundOf(line, held);
  const until = round?.changes.filter((change) => at === null || change.at < at);
  return until?.at(-1)?.to ?? round?.rated ?? null;
}

export interface Spread {
  below: number;
  meets: number;
  exceeds: number;
  unrated: number;
}

function spreadAt(lines: readonly Line[], held: Held, at: string | null): Spread {
  const count = (outcome: Outcome | null) =>
    lines.filter((line) => outcomeAt(line, held, at) === outcome).length;
  return {
    below: count('below'),
    meets: count('meets'),
    exceeds: count('exceeds'),
    unrated: count(null),
  };
}

export const foundIn = (lines: readonly Line[], held: Held): Spread => spreadAt(lines, held, held.heldAt);
export const leftBy = (lines: readonly Line[], held: Held): Spread => spreadAt(lines, held, held.closedAt);

/** What was decided from its beginning to its end. */
export const changesWithin = (line: Line, held: Held): OutcomeChange[] =>
  (roundOf(line, held)?.changes ?? []).filter(
    ({ at }) => held.heldAt !== null && at >= held.heldAt && (held.closedAt === null || at < held.closedAt),
  );
