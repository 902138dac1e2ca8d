// The list of cycles: every draft beside what is published of it.
import type { Cycle } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Draft } from '../../store/drafts/drafts.ts';
import {
  type CycleVersion,
  countActivePlans,
  findCycleVersion,
  listCycleVersions,
} from '../../store/queries/cycles.ts';
import { heldFromActor } from '../ratings/rating-sight.ts';
import { everyStage } from '../tasks/find-stage.ts';
import { hashOf } from './publish-cycle.ts';

type ErrorsIn = (hash: string, cycle: Cycle) => Promise<number | null>;

const headline = (cycle: Cycle, errors: number | null) => ({
  name: cycle.name,
  description: cycle.description ?? '',
  stages: everyStage(cycle.stages).length,
  errors,
});

async function toSummary(draft: Draft, latest: CycleVersion | undefined, errorsIn: ErrorsIn) {
  const known = { id: draft.id, savedAt: draft.savedAt, latestVersion: latest?.version ?? null };
  if (draft.kind === 'unreadable') {
    const unreadable = draft.problems.map((problem) => problem.message).join(' ');
    return {
      ...known,
      name: draft.id,
      description: '',
      stages: 0,
      errors: draft.problems.length,
      changed: true,
      unreadable,
    };
  }
  return {
    ...known,
    ...headline(draft.cycle, await errorsIn(draft.etag, draft.cycle)),
    changed: latest?.hash !== hashOf(draft.cycle),
    unreadable: null,
  };
}

/**
 * counted: the list waits until all are checked · begun: all are being checked, and the errors of those that are not yet are
 * null · known: the same, and nothing is checked for it.
 */
export type Errors = 'counted' | 'begun' | 'known';

/** Drafts by id, then cycles that are published and have no draft here. */
export async function listCycles(
  { store, drafts, errorCounts, cycles }: Deps,
  { actor, errors }: { actor: Actor; errors: Errors },
) {
  const files = await drafts.list();
  const { newest, active, orphans } = await store.read(async (db) => {
    const versions = await listCycleVersions(db);
    const newest = new Map(versions.toReversed().map((version) => [version.cycleId, version]));
    const withoutDraft = [...newest.keys()].filter((id) => !files.some((draft) => draft.id === id));
    const orphans = await Promise.all(withoutDraft.map((id) => findCycleVersion(db, id)));
    const active = await countActivePlans(db, (await heldFromActor({ cycles }, db, actor)).keys());
    return { newest, active, orphans: orphans.filter((row) => row !== null) };
  });
  const cycleIds = [...new Set([...files.map((draft) => draft.id), ...newest.keys()])];
  const errorsIn: ErrorsIn = async (hash, cycle) => {
    const asked = { hash, cycle, cycleIds };
    if (errors === 'counted') return errorCounts.count(asked);
    return errors === 'begun' ? errorCounts.begin(asked) : errorCounts.known(asked);
  };
  const published = orphans.map(async (row) => {
    const cycle: Cycle = JSON.parse(row.document);
    return {
      id: row.cycleId,
      savedAt: null,
      latestVersion: row.version,
      ...headline(cycle, await errorsIn(row.hash, cycle)),
      changed: false,
      unreadable: null,
    };
  });
  const drawn = files.map((draft) => toSummary(draft, newest.get(draft.id), errorsIn));
  return (await Promise.all([...drawn, ...published])).map((summary) => ({
    ...summary,
    activePlans: active.get(summary.id) ?? 0,
  }));
}
