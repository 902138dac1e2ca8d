// The roll-up report: reads, scores, and keeps what the reader may see.
import type { Component, Measure, Period, Standards } from '../../engine/index.ts';
import { isVisible } from '../access/visibility.ts';
import { inSlices } from '../in-slices.ts';
import { fiscalPeriod } from '../store/queries/fiscal-period.ts';
import { currentPeriod, listPlanPlaces } from '../store/queries/reports.ts';
import { organisationDay } from '../store/queries/zones.ts';
import type { Db } from '../store/schema.ts';
import { type Counting, readToScore } from './read-to-score.ts';
import type { RolledUp } from './roll-up.ts';
import type { RollUps } from './roll-up-memo.ts';
import type { StandingSight } from './standing-sight.ts';
import { type Moved, whatIf } from './what-if.ts';

/** That of the plans; before there is one, the organisation's fiscal year. */
export const periodNow = async (db: Db, at: string): Promise<Period> =>
  (await currentPeriod(db)) ?? fiscalPeriod(db, await organisationDay(db, at));

/** What another standard of a measure would move in the period that the roll-up shows. */
export async function tryStandards(
  counting: Counting,
  db: Db,
  { at, ...wish }: { measure: Measure; standards: Standards | null; at: string },
): Promise<Moved[]> {
  const period = await periodNow(db, at);
  return inSlices(whatIf(await readToScore(counting, db, { period, at }), { period, at }, wish));
}

interface Wanted {
  sight: StandingSight;
  /** Plans that stand elsewhere for the reader than they do. */
  reviews: ReadonlyMap<string, { stage: string[] }>;
  now: string;
  start?: string | undefined;
  end?: string | undefined;
  /** Only this component and its parts. */
  at?: string | undefined;
  /** true: only what stands at the top and the level below it. */
  top?: string | undefined;
}

/** The top is what stands above everything else that the reader sees. */
function chosenBy({ at, top }: Wanted, all: readonly RolledUp[]) {
  if (at !== undefined) return ({ id, parentId }: Component) => id === at || parentId === at;
  if (top !== 'true') return () => true;
  const ids = new Set(all.map(({ component }) => component.id));
  const isTop = ({ parentId }: Component) => parentId === null || !ids.has(parentId);
  const tops = new Set(all.flatMap(({ component }) => (isTop(component) ? [component.id] : [])));
  return (component: Component) => isTop(component) || tops.has(component.parentId ?? '');
}

/** Neither is there a figure in what is withheld, nor the plan that it comes from. */
const withheld = { withheld: true, score: null, outcome: null, reason: null, coverage: null, measures: null };

const figuresOf = ({ score: { score, outcome, reason, coverage }, measures }: RolledUp) => ({
  ...{ withheld: false, score, outcome, reason, coverage, measures },
});

export async function readRollUp(db: Db, rollUp: RollUps, given: Wanted) {
  const current = await periodNow(db, given.now);
  const period = { start: given.start ?? current.start, end: given.end ?? current.end };
  const rolledUp = await rollUp(db, { period, at: given.now });
  const seen = rolledUp.filter(({ component }) => isVisible(given.sight.listed, component.id));
  const isChosen = chosenBy(given, seen);
  const chosen = seen.filter(({ component }) => isChosen(component));
  const places = await listPlanPlaces(
    db,
    chosen.map(({ component }) => component.id).filter(given.sight.isPlanTold),
  );
  const standing = places.map((place) => ({ ...place, ...given.reviews.get(place.id) }));
  const newest = new Map(standing.map((place) => [place.componentId, place]));
  const items = chosen.map(({ component, ...rest }) => ({
    componentId: component.id,
    parentId: component.parentId,
    name: component.name,
    kind: component.kind,
    ...(given.sight.isTold(component.id) ? figuresOf({ component, ...rest }) : withheld),
    planId: newest.get(component.id)?.id ?? null,
    stage: newest.get(component.id)?.stage ?? [],
  }));
  return { asOf: given.now, period, items };
}
