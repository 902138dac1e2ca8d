// The cycles that another one could start: those that are published, and those that still are drafts, since
// cycles that start each other cannot all be published first.
import type { Deps } from '../../deps.ts';
import { listCycleVersions } from '../../store/queries/cycles.ts';

export async function knownCycleIds({ store, drafts }: Pick<Deps, 'store' | 'drafts'>): Promise<string[]> {
  const versions = await store.read((db) => listCycleVersions(db));
  const ids = (await drafts.list()).map((draft) => draft.id);
  return [...new Set([...ids, ...versions.map((version) => version.cycleId)])];
}
