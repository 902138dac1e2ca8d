// History as it leaves the server: who did what, and what came of it. What people answered is not part of it.
import type { z } from 'zod';
import { migratedEvent, type Plan, undoneEvent, vacantPost } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { historyLineWire } from '../../routes/wire/plan-history.ts';
import { listRewardIds } from '../../store/queries/awards.ts';
import { listMigrationLines, type StoredLine } from '../../store/queries/history.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { stepId } from '../effects/applying.ts';
import type { UnderReview } from '../ratings/rating-sight.ts';
import { cyclesFollowed, discretionAt } from './cycles-followed.ts';
import { describeEffect } from './describe-effect.ts';
import { personRefs } from './person-names.ts';

/** A migration is told in its own words: what it carried along is no effect of a step. */
function effectsInWords(
  { planId, revision, event, effects }: StoredLine,
  { rewards, zone }: { rewards: ReadonlySet<string>; zone: string },
): HistoryItem['effects'] {
  if (event.type !== migratedEvent && event.type !== undoneEvent)
    return effects.map((effect, index) => {
      if (effect.type === 'close-task' && event.data.leftOut === vacantPost)
        return { type: effect.type, text: `Task left out: ${effect.key}` };
      const isGiven =
        effect.type !== 'reward' || rewards.has(stepId({ plan: { id: planId, revision } }, 'reward', index));
      return { type: effect.type, text: describeEffect(effect, zone, isGiven) };
    });
  const { from, to, lines } = event.data;
  const versions = `From version ${from} of the cycle to version ${to}.`;
  const said = Array.isArray(lines) ? lines.map(String) : [];
  return [versions, ...said].map((text) => ({ type: 'migrate', text }));
}

export type HistoryItem = z.infer<typeof historyLineWire>;

/**
 * Of the steps since the plan was judged the reader sees the one that judged and their own: that it happened, and nothing
 * that was said or decided in it, nor where it led.
 */
function reviewed(stored: readonly StoredLine[], { since, stage, outcome }: UnderReview, readerId: string) {
  const isTold = ({ revision, actor }: StoredLine) => revision <= since || actor === readerId;
  const masked = (line: StoredLine): StoredLine => ({
    ...line,
    ...{ outcome, stage, effects: [] },
    event: { ...line.event, data: {} },
    moves: { ...line.moves, left: [], entered: [], transitions: [] },
  });
  return stored.filter(isTold).map((line) => (line.revision < since ? line : masked(line)));
}

export interface Told {
  plan: Plan;
  stored: readonly StoredLine[];
  review: UnderReview | null;
  readerId: string;
}

export async function presentHistory(
  deps: Deps,
  db: Db,
  { plan, stored, review, readerId }: Told,
): Promise<HistoryItem[]> {
  const cycleOf = await cyclesFollowed(deps, db, { plan, lines: await listMigrationLines(db, plan.id) });
  const lines = (review ? reviewed(stored, review, readerId) : stored).map(discretionAt(cycleOf));
  const rewards = await listRewardIds(db, plan.id);
  const zone = await componentZone(db, plan.componentId);
  const personOf = await personRefs(
    db,
    lines.map((line) => line.actor),
  );
  return lines.map((line) => ({
    seq: line.seq,
    revision: line.revision,
    at: line.at,
    actor: personOf(line.actor),
    event: line.event,
    left: line.moves.left,
    entered: line.moves.entered,
    transitions: line.moves.transitions,
    stage: line.stage,
    effects: effectsInWords(line, { rewards, zone }),
    outcome: line.outcome,
    score: line.score,
  }));
}
