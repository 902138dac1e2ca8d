// The roll-up report: reads, scores, and keeps what the reader may see.
import { localDateOf, type Measure, type Period, type Standards } from '../../engine/index.ts';
import { isVisible } from '../access/visibility.ts';
import { currentPeriod, listPlanPlaces, readOrganisation } from '../store/queries/reports.ts';
import type { Db } from '../store/schema.ts';
import type { RollUps } from './roll-up-memo.ts';
import { type Moved, whatIf } from './what-if.ts';

const yearOf = (day: string): Period => ({
  start: `${day.slice(0, 4)}-01-01`,
  end: `${day.slice(0, 4)}-12-31`,
});

const periodNow = async (db: Db, at: string): Promise<Period> =>
  (await currentPeriod(db)) ?? yearOf(localDateOf(at, 'UTC'));

/** What another standard of a measure would move in the period that the roll-up shows. */
export async function tryStandards(
  db: Db,
  { at, ...wish }: { measure: Measure; standards: Standards | null; at: string },
): Promise<Moved[]> {
  const period = await periodNow(db, at);
  return whatIf(await readOrganisation(db, period), { period, at }, wish);
}

export async function readRollUp(
  db: Db,
  rollUp: RollUps,
  given: { visible: Set<string> | 'all'; at: string; start?: string | undefined; end?: string | undefined },
) {
  const current = await periodNow(db, given.at);
  const period = { start: given.start ?? current.start, end: given.end ?? current.end };
  const newest = new Map((await listPlanPlaces(db)).map((place) => [place.componentId, place]));
  const rolledUp = await rollUp(db, { period, at: given.at });
  const items = rolledUp
    .filter(({ component }) => isVisible(given.visible, component.id))
    .map(({ component, score, measures }) => ({
      componentId: component.id,
      parentId: component.parentId,
      name: component.name,
      kind: component.kind,
      score: score.score,
      outcome: score.outcome,
      reason: score.reason,
      coverage: score.coverage,
      measures,
      planId: newest.get(component.id)?.id ?? null,
      stage: newest.get(component.id)?.stage ?? [],
    }));
  return { asOf: given.at, period, items };
}
