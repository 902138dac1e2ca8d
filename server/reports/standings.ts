// How each component stands, of those whose scores the reader may see.

import type { Period } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/authorize.ts';
import type { Db } from '../store/schema.ts';
import { periodNow } from './read-roll-up.ts';
import type { RolledUp } from './roll-up.ts';
import type { RollUps } from './roll-up-memo.ts';
import { standingSight } from './standing-sight.ts';

export interface Standing extends Pick<RolledUp, 'measures'> {
  score: number | null;
  outcome: RolledUp['score']['outcome'];
  coverage: number;
}
export interface Standings {
  period: Period;
  of: ReadonlyMap<string, Standing>;
  /** Of others nothing is told, whether they have a score or not. */
  isTold(componentId: string): boolean;
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
  const sight = await standingSight(db, actor, scope);
  const period = await periodNow(db, at);
  const told = (await rollUps(db, { period, at })).filter(({ component }) => sight.isTold(component.id));
  return {
    period,
    isTold: sight.isTold,
    of: new Map(told.map((one) => [one.component.id, toStanding(one)])),
  };
}
