// The plans of other cycles that a plan has started for its component, and the one that started it.
import type { z } from 'zod';
import type { Plan, Stages } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { planDetailWire } from '../../routes/wire/plans.ts';
import { findOriginOf, type LinkedPlan, listStartedBy } from '../../store/queries/linked-plans.ts';
import type { Db } from '../../store/schema.ts';

type Detail = z.infer<typeof planDetailWire>;

/** Names of stages by id, however deep; a stage without a name is called by its id. */
export function stageNames(stages: Stages): Record<string, string> {
  const names = Object.entries(stages).flatMap(([id, stage]) => [
    [id, stage.name ?? id] as const,
    ...('stages' in stage ? Object.entries(stageNames(stage.stages)) : []),
  ]);
  return Object.fromEntries(names);
}

async function present(
  { cycles }: Pick<Deps, 'cycles'>,
  db: Db,
  { stage, cycleId, version, status, ...linked }: LinkedPlan,
): Promise<Detail['started'][number]> {
  const compiled = await cycles.find(db, cycleId, version);
  const names = compiled ? stageNames(compiled.cycle.stages) : {};
  const stageName = stage.map((id) => names[id] ?? id).join(', ');
  return { ...linked, status: status === 'ended' ? 'ended' : 'active', stageName };
}

/** `until`: only those that were started before this instant. */
export async function linkedPlans(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  { id, componentId }: Plan,
  until?: string,
): Promise<Pick<Detail, 'started' | 'origin'>> {
  const started: Detail['started'] = [];
  for (const one of await listStartedBy(db, { planId: id, componentId, until }))
    started.push(await present(deps, db, one));
  const origin = await findOriginOf(db, { planId: id, componentId });
  return { started, origin: origin && (await present(deps, db, origin)) };
}
