// What several people decide on one rating together. A rating is changed only as more than half of them want it;
// where no one way has that, it stays as it was.
import type { FormResult } from '../model/forms.ts';

export type RatingDecision = FormResult<'calibration'>;

interface DecidedTogether {
  result: RatingDecision;
  /** The place of the decision that carries it, the last of several that are alike; null: it stays, and nobody wished that. */
  carriedBy: number | null;
}

const wayOf = ({ decision, outcome, methods }: RatingDecision): string =>
  decision === 'kept' ? 'kept' : `${outcome ?? ''}/${methods ?? ''}`;

/** `decisions` are in the order in which they were made, at least one. */
export function decideTogether(decisions: readonly RatingDecision[]): DecidedTogether {
  const ways = decisions.map(wayOf);
  const isMost = (way: string) => ways.filter((one) => one === way).length * 2 > ways.length;
  const way = ways.find(isMost) ?? 'kept';
  const carriedBy = ways.lastIndexOf(way);
  const carried = decisions[carriedBy];
  if (carried) return { result: carried, carriedBy };
  return {
    result: { decision: 'kept', reason: decisions.map(({ reason }) => reason).join('\n') },
    carriedBy: null,
  };
}
