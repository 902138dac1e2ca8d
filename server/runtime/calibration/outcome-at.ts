// How a line stood at an instant: what a session found, and what it left.
import type { Outcome } from '../../../engine/index.ts';
import type { AppraisalLine, OutcomeChange } from './appraisal-of.ts';

export const outcomeAt = (
  { rated, changes }: Pick<AppraisalLine, 'rated' | 'changes'>,
  at: string | null,
) => {
  const until = at === null ? changes : changes.filter((change) => change.at < at);
  return until.at(-1)?.to ?? rated;
};

export interface Spread {
  below: number;
  meets: number;
  exceeds: number;
  unrated: number;
}

export function spreadAt(
  lines: readonly Pick<AppraisalLine, 'rated' | 'changes'>[],
  at: string | null,
): Spread {
  const count = (outcome: Outcome | null) => lines.filter((line) => outcomeAt(line, at) === outcome).length;
  return {
    below: count('below'),
    meets: count('meets'),
    exceeds: count('exceeds'),
    unrated: count(null),
  };
}

/** What was decided from its beginning to its end. */
export const changesWithin = (
  changes: readonly OutcomeChange[],
  { heldAt, closedAt }: { heldAt: string | null; closedAt: string | null },
): OutcomeChange[] =>
  changes.filter(({ at }) => heldAt !== null && at >= heldAt && (closedAt === null || at < closedAt));
