// What a draft is held against besides itself: the cycles that it may start, and the organisation that it is to run in.
import type { CheckContext } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listAllComponents } from '../../store/queries/components.ts';
import { listAllPeople } from '../../store/queries/people.ts';
import { knownCycleIds } from './known-cycles.ts';

export async function readCheckContext(deps: Pick<Deps, 'store' | 'drafts'>): Promise<CheckContext> {
  const cycleIds = await knownCycleIds(deps);
  const organisation = await deps.store.read(async (db) => ({
    components: await listAllComponents(db),
    people: await listAllPeople(db),
  }));
  return organisation.components.length > 0 ? { cycleIds, organisation } : { cycleIds };
}
