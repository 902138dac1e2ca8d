// What a reward without a key of its own is known by beside its round: two rewards of a round are told apart by their
// titles. The first has the round alone, by which a plan's only reward was always known.
import type { Cycle } from '../../model/cycle.ts';
import { actionsIn } from './expressions-of.ts';

export function rewardKeysIn(cycle: Cycle): ReadonlyMap<string, string> {
  const titles = actionsIn(cycle).flatMap((action) =>
    action.do === 'reward' && action.key === undefined ? [action.title] : [],
  );
  return new Map([...new Set(titles)].map((title, index) => [title, index === 0 ? '' : `: ${title}`]));
}
