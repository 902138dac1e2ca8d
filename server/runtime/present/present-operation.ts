// A plan as who keeps it running looks at it: what it remembers, what happens by itself and when, and which steps failed.
import type { Plan, Stage } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { pageIncidents } from '../../store/queries/incidents.ts';
import { listTimersOf, type Timer } from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';
import type { UnderReview } from '../ratings/rating-sight.ts';
import { findStage } from '../tasks/find-stage.ts';
import { personRefs } from './person-names.ts';

/** Most plans never have one. */
const MOST_INCIDENTS = 50;

/** Where a stage's timer leads; none when it only acts. */
function targetsOf(stage: Stage | null, stageId: string, name: string): string[] {
  const after = stage && 'after' in stage ? (stage.after ?? []) : [];
  return after.flatMap(({ id, to }, index) =>
    (id ?? `${stageId}.${index}`) === name && to !== undefined ? [to].flat() : [],
  );
}

function presentTimer(
  { id, kind, name, dueAt, data }: Timer,
  plan: Plan,
  stageOf: (id: string) => Stage | null,
) {
  const own = kind === 'stage' ? data.stage : plan.tasks[name]?.stage;
  const stage = typeof own === 'string' && own !== '' ? own : null;
  const found = stage === null ? null : stageOf(stage);
  const task = found && 'tasks' in found ? found.tasks?.[name]?.title : undefined;
  return {
    ...{ id, kind, name, dueAt, stage, task: kind === 'stage' ? null : (task ?? null) },
    to: kind === 'stage' && stage !== null ? targetsOf(found, stage, name) : [],
  };
}

/**
 * `review` is null where the reader follows the plan. Until they are told how they were judged, the variables, the timers
 * and what failed would tell them.
 */
export async function presentOperation(
  deps: Deps,
  db: Db,
  { plan, review }: { plan: Plan; review: UnderReview | null },
) {
  const compiled = await deps.cycles.find(db, plan.cycleId, plan.cycleVersion);
  const stageOf = (id: string) => (compiled ? findStage(compiled.cycle.stages, id) : null);
  const lineage = await lineageOf(db, plan.componentId);
  const { zone } = deps.calendars.of(lineage, Number(deps.clock.now().slice(0, 4)));
  if (review !== null) return { zone, variables: null, timers: [], failures: [] };
  const incidents = await pageIncidents(db, { before: null, limit: MOST_INCIDENTS, planId: plan.id });
  const refOf = await personRefs(
    db,
    incidents.flatMap(({ settledBy }) => settledBy ?? []),
  );
  return {
    zone,
    variables: plan.variables,
    timers: (await listTimersOf(db, plan.id)).map((timer) => presentTimer(timer, plan, stageOf)),
    failures: incidents.map(({ id, at, event, message, state, settledAt, settledBy, reason }) => ({
      ...{ id, at, eventType: event.type, message, state, settledAt, reason },
      settledBy: settledBy === null ? null : refOf(settledBy),
    })),
  };
}
