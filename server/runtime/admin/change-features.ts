// Turning parts of the product off and on. Screens that are open hear of it.
import type { Actor } from '../../access/actor.ts';
import { type Features, features } from '../../access/feature-names.ts';
import type { Deps } from '../../deps.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { readFeatures, writeFeatures } from '../../store/queries/settings.ts';

/** Said again it changes nothing, and the audit trail has nothing to say. */
export async function changeFeatures(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  wish: Features,
): Promise<void> {
  await store.commit(async (db) => {
    const before = await readFeatures(db);
    if (features.every((feature) => before[feature] === wish[feature])) return;
    await writeFeatures(db, wish);
    const at = clock.now();
    await appendFeed(db, { at, type: 'settings.features-changed' });
    const entry = { action: 'features.change', resource: 'settings', detail: changeOf(before, wish) };
    await appendAudit(db, { at, actor: actor.id, ...entry });
  });
}
