// Starts the plans of launches, a chunk per commit. What is started is written with the plan itself, so a
// launch that was broken off anywhere goes on where it stood.
import type { Deps } from '../../deps.ts';
import {
  countLaunchItems,
  findRunningLaunch,
  finishLaunch,
  type Launch,
  listWaitingItems,
  settleLaunchItem,
} from '../../store/queries/launches.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { LaunchItemRow } from '../../store/schema/launches.ts';
import type { Db } from '../../store/schema.ts';
import { StoreUnavailableError } from '../../store/store.ts';
import { type LaunchOf, startItem } from './start-item.ts';

/** Plans per commit: enough to share its cost, few enough that people's commands hardly wait. */
const CHUNK = 100;

/** A component on which the start itself breaks fails alone. */
async function startAlone(deps: Deps, chunk: LaunchOf, item: LaunchItemRow): Promise<void> {
  try {
    await deps.store.commit((db) => startItem(deps, db, chunk, item));
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    deps.log.error({ err: error, launchId: chunk.launch.id, componentId: item.componentId }, 'start failed');
    const problem = 'The plan could not be started. The reason was logged; launch this component again.';
    await deps.store.commit((db) => settleLaunchItem(db, item, { state: 'failed', planId: null, problem }));
  }
}

async function reportProgress(deps: Deps, db: Db, launch: Launch, finished: boolean): Promise<void> {
  const at = deps.clock.now();
  if (finished) await finishLaunch(db, launch.id, at);
  const counts = (await countLaunchItems(db, [launch.id])).get(launch.id);
  await appendFeed(db, {
    at,
    type: finished ? 'launch.finished' : 'launch.progressed',
    data: { launchId: launch.id, total: launch.total, ...counts },
  });
}

async function startTogether(deps: Deps, db: Db, chunk: LaunchOf, items: LaunchItemRow[]): Promise<void> {
  for (const item of items) await startItem(deps, db, chunk, item);
  await reportProgress(deps, db, chunk.launch, false);
}

async function startChunk(deps: Deps, chunk: LaunchOf, items: LaunchItemRow[]): Promise<void> {
  try {
    await deps.store.commit((db) => startTogether(deps, db, chunk, items));
  } catch (error) {
    // It is not the components' fault: all of them are started once the store can write again.
    if (error instanceof StoreUnavailableError) throw error;
    deps.log.warn(
      { err: error, launchId: chunk.launch.id },
      'a chunk failed; its components are tried alone',
    );
    for (const item of items) await startAlone(deps, chunk, item);
  }
}

/** Starts what comes next; false when nothing is left to start. */
export async function startNextChunk(deps: Deps): Promise<boolean> {
  const { store, cycles } = deps;
  const launch = await store.read(findRunningLaunch);
  if (!launch) return false;
  const items = await store.read((db) => listWaitingItems(db, launch.id, CHUNK));
  if (items.length === 0) {
    await store.commit((db) => reportProgress(deps, db, launch, true));
    return true;
  }
  const compiled = await store.read((db) => cycles.find(db, launch.cycleId, launch.version));
  if (!compiled)
    throw new Error(`Version ${launch.version} of ${launch.cycleId} is not there to be launched.`);
  await startChunk(deps, { launch, compiled }, items);
  return true;
}

/** Starts all that waits. */
export async function runLaunches(deps: Deps): Promise<void> {
  while (await startNextChunk(deps));
}
