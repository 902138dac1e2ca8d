// History as it leaves the server: who did what, and what came of it.
import type { z } from 'zod';
import type { historyLineWire } from '../../routes/wire/plans.ts';
import type { StoredLine } from '../../store/queries/history.ts';
import type { Db } from '../../store/schema.ts';
import { describeEffect } from './describe-effect.ts';
import { personRefs } from './person-names.ts';

export type HistoryItem = z.infer<typeof historyLineWire>;

export async function presentHistory(db: Db, lines: readonly StoredLine[]): Promise<HistoryItem[]> {
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
    effects: line.effects.map((effect) => ({ type: effect.type, text: describeEffect(effect) })),
    outcome: line.outcome,
    score: line.score,
  }));
}
