// History as it leaves the server: who did what, and what came of it.
import type { z } from 'zod';
import { migratedEvent, type Outcome, undoneEvent } from '../../../engine/index.ts';
import type { historyLineWire } from '../../routes/wire/plans.ts';
import type { StoredLine } from '../../store/queries/history.ts';
import type { Db } from '../../store/schema.ts';
import { outcomeBefore } from '../ratings/rating-sight.ts';
import { describeEffect } from './describe-effect.ts';
import { personRefs } from './person-names.ts';

/** A migration is told in its own words: what it carried along is no effect of a step. */
function effectsInWords({ event, effects }: StoredLine): HistoryItem['effects'] {
  if (event.type !== migratedEvent && event.type !== undoneEvent)
    return effects.map((effect) => ({ type: effect.type, text: describeEffect(effect) }));
  const { from, to, lines } = event.data;
  const versions = `From version ${from} of the cycle to version ${to}.`;
  const said = Array.isArray(lines) ? lines.map(String) : [];
  return [versions, ...said].map((text) => ({ type: 'migrate', text }));
}

export type HistoryItem = z.infer<typeof historyLineWire>;

/** Of a step with ratings that are held back: that it happened, and nothing that was said or decided in it. */
const withoutRatings = (line: StoredLine, outcome: Outcome | null): StoredLine => ({
  ...line,
  outcome,
  event: { ...line.event, data: {} },
  effects: line.effects.filter(
    (effect) => effect.type !== 'record-decisions' && (effect.type !== 'notify' || effect.to === 'owner'),
  ),
});

/** `heldFrom`: the revision since which the reader sees no ratings. */
export async function presentHistory(
  db: Db,
  { planId, stored, heldFrom }: { planId: string; stored: readonly StoredLine[]; heldFrom: number | null },
): Promise<HistoryItem[]> {
  const before = heldFrom === null ? null : await outcomeBefore(db, planId, heldFrom);
  const lines = stored.map((line) =>
    heldFrom === null || line.revision < heldFrom ? line : withoutRatings(line, before),
  );
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
    effects: effectsInWords(line),
    outcome: line.outcome,
    score: line.score,
  }));
}
