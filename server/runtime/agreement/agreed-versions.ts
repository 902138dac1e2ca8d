// What a plan is scored by: the versions that both sides have agreed, each from its day on.
import { type AgreedVersion, asItStands, type Goal, localDateOf } from '../../../engine/index.ts';
import { listAgreedVersions } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';

/** Undefined: nothing is agreed, so that what stands now counts. */
export async function readAgreed(
  db: Db,
  { planId, zone, goals }: { planId: string; zone: string; goals: readonly Goal[] },
): Promise<AgreedVersion[] | undefined> {
  const versions = await listAgreedVersions(db, planId);
  if (versions.length === 0) return undefined;
  return versions.map(({ version, inForceAt, at, document }) => ({
    version,
    from: localDateOf(inForceAt ?? at, zone),
    ...asItStands(document, goals),
  }));
}
