// Who answered for a component at which time.
import { listOwnersOver } from '../../store/queries/component-versions.ts';
import type { Db } from '../../store/schema.ts';

/** Null: nobody. Before the first known state it was as in that, and without any as it is now. */
export async function ownersOver(
  db: Db,
  componentId: string,
  now: string | null,
): Promise<(at: string) => string | null> {
  const [first = { ownerId: now }, ...changes] = await listOwnersOver(db, componentId);
  return (at) => (changes.findLast((change) => change.at <= at) ?? first).ownerId;
}
