// A plan under way with all that its migration may know, read in one transaction.
import {
  type FactName,
  type JsonObject,
  type LivePlan,
  type Migration,
  type Plan,
  type StageCarried,
  staysOf,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listWayLines } from '../../store/queries/history.ts';
import { countOpenIncidents } from '../../store/queries/incidents.ts';
import { readPlanRows } from '../../store/queries/plan-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { readFacts } from '../plans/read-facts.ts';

/** What the event of a migration carries in a plan's history; the words of its line are made of it. */
export interface MigrationEventData extends JsonObject {
  migrationId: string;
  from: number;
  to: number;
  stages: (StageCarried & JsonObject)[];
  lines: string[];
}

const resultsOf = (rows: readonly TaskRow[]): LivePlan['results'] => {
  const completed = rows.filter(({ state }) => state === 'completed');
  const byKey = Map.groupBy(completed, ({ key }) => key);
  return Object.fromEntries(
    [...byKey].map(([key, tasks]) => [key, tasks.map(({ result }) => JSON.parse(result ?? '{}'))]),
  );
};

/** Expressions of both versions are looked at. */
const factsOfBoth = ({ from, to }: Migration): ReadonlySet<FactName> => new Set([...from.facts, ...to.facts]);

export async function readLivePlan(deps: Deps, db: Db, migration: Migration, plan: Plan): Promise<LivePlan> {
  const at = deps.clock.now();
  const { componentId, period } = plan;
  const about = { planId: plan.id, componentId, period, at };
  const facts = await readFacts({ db, calendars: deps.calendars }, about, factsOfBoth(migration));
  if (!facts) throw new Error(`The component ${componentId} is not there, but ${plan.id} is its plan.`);
  const { tasks } = await readPlanRows(db, plan);
  return {
    plan,
    situation: { at, facts },
    stays: staysOf(await listWayLines(db, plan.id)),
    results: resultsOf(tasks),
    openIncidents: await countOpenIncidents(db, plan.id),
  };
}
