// How long things are kept. Nothing goes before an administrator has said so, and seen how much it would be; what was said
// in a plan goes as its cycle says.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import { countOld, type RetentionKind, removeOld, retentionKinds } from '../../store/queries/retention.ts';
import { readRetention, writeRetention } from '../../store/queries/settings.ts';
import type { Db } from '../../store/schema.ts';
import { keepPlans } from '../keeping/keep-plans.ts';

/** In days; null: for good. */
export type Retention = Record<RetentionKind, number | null>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** So that others have their turn between two lots. */
const LOT = 1_000;
const EVERY_MS = 60 * 60 * 1000;

const cutoff = (at: string, days: number): string => new Date(Date.parse(at) - days * DAY_MS).toISOString();

/** How many of each kind would go now. */
export async function countGoing(
  db: Db,
  at: string,
  wish: Retention,
): Promise<Record<RetentionKind, number>> {
  const counts = { notifications: 0, deliveries: 0, mails: 0, drafts: 0, feed: 0, audit: 0 };
  for (const kind of retentionKinds) {
    const days = wish[kind];
    if (days !== null) counts[kind] = await countOld(db, kind, cutoff(at, days));
  }
  return counts;
}

export async function changeRetention(deps: Deps, actor: Actor, wish: Retention): Promise<void> {
  await deps.store.commit(async (db) => {
    const detail = changeOf(await readRetention(db), wish);
    await writeRetention(db, wish);
    const at = deps.clock.now();
    await appendAudit(db, { at, actor: actor.id, action: 'retention.change', resource: 'settings', detail });
  });
}

/** One lot of the first kind that has something to go; null when nothing has. */
async function removeLot({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const at = clock.now();
  return store.commit(async (db) => {
    const wish = await readRetention(db);
    for (const kind of retentionKinds) {
      const days = wish[kind];
      if (days === null) continue;
      const count = await removeOld(db, kind, { before: cutoff(at, days), limit: LOT });
      if (count > 0) return { kind, count };
    }
    return null;
  });
}

/** Once an hour, lot by lot. A turn that comes between, as after every commit, only looks at the clock. */
export function makeRetention(deps: Pick<Deps, 'store' | 'clock' | 'calendars'>): {
  turn(): Promise<number>;
} {
  let nextAt = 0;
  let gone: Partial<Record<RetentionKind, number>> = {};

  async function tell(): Promise<void> {
    if (Object.keys(gone).length === 0) return;
    const entry = { action: 'retention.apply', resource: 'settings', detail: { removed: { ...gone } } };
    await deps.store.commit((db) => appendAudit(db, { at: deps.clock.now(), actor: 'system', ...entry }));
    gone = {};
  }

  return {
    async turn() {
      const now = Date.parse(deps.clock.now());
      if (now < nextAt) return Math.min(nextAt - now, EVERY_MS);
      if (await keepPlans(deps)) return 0;
      const lot = await removeLot(deps);
      if (lot) {
        gone = { ...gone, [lot.kind]: (gone[lot.kind] ?? 0) + lot.count };
        return 0;
      }
      await tell();
      nextAt = now + EVERY_MS;
      return EVERY_MS;
    },
  };
}
