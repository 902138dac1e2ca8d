// A decision on a rating that several people make: what it came to once enough of them have, and until then nothing.
import { decideTogether, type JsonObject, type RatingDecision } from '../../../engine/index.ts';
import { setHeard } from '../../store/queries/task-rows.ts';
import type { TaskSibling } from '../../store/queries/task-siblings.ts';
import type { Db } from '../../store/schema.ts';
import { type Completions, seatOf } from './completion.ts';

type Deciding = Pick<TaskSibling, 'id' | 'standsFor' | 'state' | 'result'>;

const decisionOf = ({ result }: Deciding): RatingDecision => JSON.parse(result ?? 'null');

/** What the plan hears of the decisions of `siblings`, in the order of their completion; null: one person decides, or not all did. */
export async function decidedTogether(
  db: Db,
  form: unknown,
  { siblings, done, needed }: Completions & { siblings: readonly Deciding[] },
): Promise<JsonObject | null> {
  const isOfSeveral = new Set(siblings.map(seatOf)).size > 1;
  if (form !== 'calibration' || !isOfSeveral) return null;
  const given = siblings.filter(({ state }) => state === 'completed');
  if (done < needed) {
    for (const { id } of given) await setHeard(db, id, 'open');
    return null;
  }
  const { result, carriedBy } = decideTogether(given.map(decisionOf));
  for (const [place, { id }] of given.entries())
    await setHeard(db, id, place === carriedBy ? 'counts' : 'beside');
  return { ...result };
}
