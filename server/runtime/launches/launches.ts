// Launching a cycle: what is asked for is written down at once; the worker starts the plans.
import {
  type Anonymity,
  type Cycle,
  type CycleTask,
  type JsonObject,
  type Period,
  promisesNoNames,
  type Stages,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { fiscalPeriod } from '../../store/queries/fiscal-period.ts';
import { type Selector, selectComponentIds } from '../../store/queries/launch-targets.ts';
import { insertLaunch, insertLaunchItems, type Launch } from '../../store/queries/launches.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { organisationDay } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { everyStage, tasksIn } from '../tasks/find-stage.ts';

export interface NewLaunch {
  cycleId: string;
  version?: number | undefined;
  componentIds?: string[] | undefined;
  selector?: Selector | undefined;
  period?: Period | undefined;
  variables?: JsonObject | undefined;
  /** Also for components that have an active plan of the cycle. */
  again?: boolean | undefined;
  /** How raters answer; without it nobody is named. */
  anonymity?: Anonymity | undefined;
}

type Raters = NonNullable<CycleTask['raters']>;

const ratersIn = (stages: Stages): Raters[] =>
  everyStage(stages)
    .flatMap(tasksIn)
    .flatMap(({ raters }) => raters ?? []);

/** What a task tells those who answer is not taken back by how it is launched. */
function requireKept(cycle: Cycle, { anonymity }: NewLaunch): void {
  if (anonymity !== 'named' || !promisesNoNames(ratersIn(cycle.stages))) return;
  const detail =
    'The cycle asks peers or reports without their names; choose confidential or anonymous, or say in its tasks that they are named.';
  throw new ProblemError('invalid', `${detail} Nothing was started.`, {
    errors: [{ pointer: '/anonymity', detail }],
  });
}

async function requireVersion(db: Db, given: NewLaunch): Promise<{ version: number; cycle: Cycle }> {
  const { cycleId, version } = given;
  const found = await findCycleVersion(db, cycleId, version);
  if (found) {
    const cycle: Cycle = JSON.parse(found.document);
    requireKept(cycle, given);
    return { version: found.version, cycle };
  }
  const [pointer, detail] =
    version === undefined
      ? ['/cycleId', `The cycle ${cycleId} has no published version. Publish it first.`]
      : ['/version', `The cycle ${cycleId} has no version ${version}. Leave it out for the latest.`];
  throw new ProblemError('invalid', `${detail} Nothing was started.`, { errors: [{ pointer, detail }] });
}

async function requireTargets(db: Db, { componentIds, selector }: NewLaunch, at: string): Promise<string[]> {
  const targets = componentIds
    ? [...new Set(componentIds)]
    : await selectComponentIds(db, { ...selector, openAt: at });
  if (targets.length > 0) return targets;
  const detail = 'No component is selected. Widen the kinds, or choose another place in the tree.';
  throw new ProblemError('invalid', `${detail} Nothing was started.`, {
    errors: [{ pointer: '/selector', detail }],
  });
}

interface Asked {
  given: NewLaunch;
  actor: string;
  at: string;
  id: string;
}

async function writeLaunch(db: Db, { given, actor, at, id }: Asked): Promise<Launch> {
  const { version, cycle } = await requireVersion(db, given);
  const componentIds = await requireTargets(db, given, at);
  const launch: Launch = {
    id,
    cycleId: given.cycleId,
    version,
    period: given.period ?? (await fiscalPeriod(db, await organisationDay(db, at), cycle.cadence)),
    variables: given.variables ?? {},
    originPlanId: null,
    again: given.again ?? false,
    anonymity: given.anonymity ?? 'anonymous',
    status: 'running',
    total: componentIds.length,
    createdAt: at,
    createdBy: actor,
    finishedAt: null,
  };
  await insertLaunch(db, launch);
  await insertLaunchItems(db, { launchId: id, componentIds, problem: null });
  await appendFeed(db, { at, type: 'launch.created', data: { launchId: id, total: launch.total } });
  const after = {
    cycleId: launch.cycleId,
    version,
    total: launch.total,
    again: launch.again,
    anonymity: launch.anonymity,
  };
  const detail = { ...after, ...changeOf(null, after) };
  await appendAudit(db, { at, actor, action: 'launch.created', resource: `launches/${id}`, detail });
  return launch;
}

/**
 * Inside another command's commit.
 * @throws ProblemError invalid when the cycle has no such version, or no component is selected.
 */
export const createLaunchIn = (deps: Deps, db: Db, given: NewLaunch, actor: string): Promise<Launch> =>
  writeLaunch(db, { given, actor, at: deps.clock.now(), id: deps.ids.next('lch') });

/** @throws ProblemError invalid when the cycle has no such version, or no component is selected. */
export const createLaunch = (deps: Deps, given: NewLaunch, actor: string): Promise<Launch> =>
  deps.store.commit((db) => createLaunchIn(deps, db, given, actor));
