// How each component stands, of those whose scores the reader may see.

import type { Period } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Db } from '../store/schema.ts';
import { periodNow } from './read-roll-up.ts';
import type { RolledUp } from './roll-up.ts';
import type { RollUps } from './roll-up-memo.ts';

export interface Standing extends Pick<RolledUp, 'measures'> {
  score: number | null;
  outcome: RolledUp['score']['outcome'];
  coverage: number;
}
export interface Standings {
  period: Period;
  of: ReadonlyMap<string, Standing>;
}

const toStanding = ({ score: { score, outcome, coverage }, measures }: RolledUp): Standing => ({
  ...{ score, outcome, coverage, measures },
});

/** Null for those who see no report. */
export async function readStandings(
  db: Db,
  rollUps: RollUps,
  { actor, at }: { actor: Actor; at: string },
): Promise<Standings | null> {
  const scope = scopeOf(actor, 'reports.read');
  if (!scope) return null;
  const visible = await visibleComponentIds(db, actor, scope);
  const period = await periodNow(db, at);
  const seen = (await rollUps(db, { period, at })).filter(({ component }) =>
    isVisible(visible, component.id),
  );
  return { period, of: new Map(seen.map((one) => [one.component.id, toStanding(one)])) };
}
