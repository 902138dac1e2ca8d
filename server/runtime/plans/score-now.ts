// A plan's score: as it was last appraised, or as it would come out now.
import {
  type ComponentScore,
  type FactName,
  type MeasureProgress,
  type Plan,
  progressReport,
  scoreWithParts,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { findLatestScore } from '../../store/queries/awards.ts';
import type { Db } from '../../store/schema.ts';
import { readFacts } from './read-facts.ts';

export interface PlanScore {
  /** The appraised revision; null: worked out just now, and nowhere kept. */
  revision: number | null;
  at: string;
  score: ComponentScore;
}

const scored: ReadonlySet<FactName> = new Set<FactName>(['goals', 'measures', 'observations']);

async function evidenceOf(
  deps: Pick<Deps, 'calendars'>,
  db: Db,
  { id: planId, componentId, period }: Plan,
  at: string,
) {
  const facts = await readFacts(
    { db, calendars: deps.calendars },
    { planId, componentId, period, at },
    scored,
  );
  if (!facts) throw new Error(`The component ${componentId} of a plan is not there.`);
  const { component, goals, measures, observations, calendar, agreed, agreements, below = [] } = facts;
  const evidence = { goals, measures, observations, period, at, calendar, agreed, agreements };
  return { at, scoring: { componentId, components: [component], ...evidence }, below };
}

/** By what is known now, on the day of the instant; nowhere kept. */
export async function scoreAsOf(
  deps: Pick<Deps, 'calendars'>,
  db: Db,
  plan: Plan,
  at: string,
): Promise<PlanScore> {
  const { scoring, below } = await evidenceOf(deps, db, plan, at);
  return { revision: null, at, score: scoreWithParts(scoring, below) };
}

/** How far each measure of the component's own goals has come by now, and what was to be expected. */
export async function progressNow(
  deps: Deps,
  db: Db,
  plan: Plan,
): Promise<{ at: string; items: MeasureProgress[] }> {
  const { at, scoring } = await evidenceOf(deps, db, plan, deps.clock.now());
  return { at, items: progressReport(scoring) };
}

export async function scoreOf(deps: Deps, db: Db, plan: Plan): Promise<PlanScore> {
  return (await findLatestScore(db, plan.id)) ?? (await scoreAsOf(deps, db, plan, deps.clock.now()));
}
