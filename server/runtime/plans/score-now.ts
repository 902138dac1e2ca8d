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

async function evidenceOf(deps: Deps, db: Db, { id: planId, componentId, period }: Plan) {
  const at = deps.clock.now();
  const facts = await readFacts(
    { db, calendars: deps.calendars },
    { planId, componentId, period, at },
    scored,
  );
  if (!facts) throw new Error(`The component ${componentId} of a plan is not there.`);
  const { component, goals, measures, observations, calendar, agreed, below = [] } = facts;
  const evidence = { goals, measures, observations, period, at, calendar, agreed };
  return { at, scoring: { componentId, components: [component], ...evidence }, below };
}

async function scoreNow(deps: Deps, db: Db, plan: Plan): Promise<PlanScore> {
  const { at, scoring, below } = await evidenceOf(deps, db, plan);
  return { revision: null, at, score: scoreWithParts(scoring, below) };
}

/** How far each measure of the component's own goals has come by now, and what was to be expected. */
export async function progressNow(
  deps: Deps,
  db: Db,
  plan: Plan,
): Promise<{ at: string; items: MeasureProgress[] }> {
  const { at, scoring } = await evidenceOf(deps, db, plan);
  return { at, items: progressReport(scoring) };
}

export async function scoreOf(deps: Deps, db: Db, plan: Plan): Promise<PlanScore> {
  return (await findLatestScore(db, plan.id)) ?? (await scoreNow(deps, db, plan));
}
