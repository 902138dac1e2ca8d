// The roll-up report: reads, scores, and keeps what the reader may see.
import { localDateOf, type Period } from '../../engine/index.ts';
import { isVisible } from '../access/visibility.ts';
import { currentPeriod, listPlanPlaces, readOrganisation } from '../store/queries/reports.ts';
import type { Db } from '../store/schema.ts';
import { rollUpOrganisation } from './roll-up.ts';

const yearOf = (day: string): Period => ({
  start: `${day.slice(0, 4)}-01-01`,
  end: `${day.slice(0, 4)}-12-31`,
});

export async function readRollUp(
  db: Db,
  given: { visible: Set<string> | 'all'; at: string; start?: string | undefined; end?: string | undefined },
) {
  const current = (await currentPeriod(db)) ?? yearOf(localDateOf(given.at, 'UTC'));
  const period = { start: given.start ?? current.start, end: given.end ?? current.end };
  const newest = new Map((await listPlanPlaces(db)).map((place) => [place.componentId, place]));
  const items = rollUpOrganisation(await readOrganisation(db, period), { period, at: given.at })
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
  return { period, items };
}
