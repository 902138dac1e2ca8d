// Plan by plan, what an ended plan keeps goes when its cycle says so. A plan is done in one commit, with its line in the
// audit trail: a crash leaves it whole or not begun.
import type { Deps } from '../../deps.ts';
import {
  type Kept,
  keptKinds,
  listDueKeeping,
  listUnsettled,
  writeKeeping,
} from '../../store/queries/plan-keeping.ts';
import { appendAudit } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { keepingOf } from './due.ts';
import { removeSaid } from './remove-said.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'calendars'>;

/** So that others have their turn between two lots: to work out a day is cheap, to look through a history is not. */
const UNSETTLED = 200;
const DUE = 10;

async function settleEnded({ store, calendars }: Ports): Promise<boolean> {
  const found = await store.read((db) => listUnsettled(db, UNSETTLED));
  if (found.length === 0) return false;
  await store.commit(async (db) => {
    for (const plan of found) await writeKeeping(db, plan.id, await keepingOf(db, calendars, plan));
  });
  return true;
}

async function removeDue(db: Db, { planId, kept }: { planId: string; kept: Kept }, at: string) {
  const removed: Partial<Record<keyof Kept, number>> = {};
  const after: Kept = { ...kept };
  for (const kind of keptKinds) {
    const known = kept[kind];
    if (known === undefined || known.goneAt !== null || known.dueAt > at) continue;
    const count = await removeSaid[kind](db, planId);
    if (count > 0) removed[kind] = count;
    after[kind] = { ...known, goneAt: at };
  }
  await writeKeeping(db, planId, after);
  if (Object.keys(removed).length === 0) return;
  const entry = { action: 'retention.plan', resource: `plan/${planId}`, detail: { removed } };
  await appendAudit(db, { at, actor: 'system', ...entry });
}

/** One lot; false: there was nothing to do. */
export async function keepPlans(ports: Ports): Promise<boolean> {
  if (await settleEnded(ports)) return true;
  const at = ports.clock.now();
  const due = await ports.store.read((db) => listDueKeeping(db, { at, limit: DUE }));
  for (const one of due) await ports.store.commit((db) => removeDue(db, one, at));
  return due.length > 0;
}
