// Who is asked in the round of a rater, and what so many answers will show.
import { foreseeGroups, type RaterGroup, raterGroups } from '../../../engine/index.ts';
import { listRatersSince, seatOpenedAt } from '../../store/queries/rater-changes.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { seatOf } from '../tasks/completion.ts';

export interface Round {
  since: string;
  /** How many can still answer, or have. */
  asked: Partial<Record<RaterGroup, number>>;
}

type Rater = Pick<TaskRow, 'id' | 'planId' | 'standsFor'>;

export async function roundOf(db: Db, rater: Rater): Promise<Round> {
  const since = await seatOpenedAt(db, seatOf(rater));
  const raters = (await listRatersSince(db, rater.planId, since)).filter(({ state }) => state !== 'closed');
  const asked: Round['asked'] = {};
  for (const group of raterGroups) {
    const people = new Set(raters.filter((one) => one.raterGroup === group).map(({ personId }) => personId));
    if (people.size > 0) asked[group] = people.size;
  }
  return { since, asked };
}

export function wordsOfFewer({ asked }: Pick<Round, 'asked'>): string {
  const { missing, together, hidden } = foreseeGroups(asked);
  if (missing > 0) return 'Fewer than three can answer now: nothing of what they say will be shown.';
  if (together.length > 0) return 'Groups that are too small alone will be shown as one.';
  if (hidden.length > 0) return 'A group that is too small will not be shown.';
  return 'Each group is still large enough to be shown.';
}
