// Versions of what a plan says, and who put their name to them. A version with a signature is never written again.
import type { PlanDocument } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { PlanSignatureRow, PlanVersionRow } from '../schema/plan-versions.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

export interface PlanVersion extends Omit<PlanVersionRow, 'document'> {
  document: PlanDocument;
}
export type PlanSignature = Omit<PlanSignatureRow, 'side' | 'decision'> & {
  side: 'component' | 'manager';
  decision: 'agreed' | 'refused' | 'returned';
};

export type VersionKey = Pick<PlanVersion, 'planId' | 'version'>;

const toVersion = ({ document, ...row }: PlanVersionRow): PlanVersion => ({
  ...row,
  document: JSON.parse(document),
});

const inForceQuery = prepare<{ planId: string }, PlanVersionRow>((db, given) =>
  db
    .selectFrom('planVersions')
    .selectAll()
    .where('planId', '=', given.planId)
    .where('inForceAt', 'is not', null)
    .orderBy('inForceAt')
    .orderBy('version'),
);

/** Those that both sides have agreed, in the order in which they came into force. */
export async function listAgreedVersions(db: Db, planId: string): Promise<PlanVersion[]> {
  return (await inForceQuery(db, { planId })).rows.map(toVersion);
}

/** What the agreed versions of these plans say. */
export async function listAgreedDocuments(
  db: Db,
  planIds: readonly string[],
): Promise<Pick<PlanVersion, 'planId' | 'version' | 'document'>[]> {
  const rows = await db
    .selectFrom('planVersions')
    .select(['planId', 'version', 'document'])
    .where(among('planId', planIds))
    .where('inForceAt', 'is not', null)
    .execute();
  return rows.map(({ document, ...row }) => ({ ...row, document: JSON.parse(document) }));
}

export async function listPlanVersions(db: Db, planId: string): Promise<PlanVersion[]> {
  const rows = await db
    .selectFrom('planVersions')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('version')
    .execute();
  return rows.map(toVersion);
}

/** Of each active plan of the component that has one, the newest. */
export async function listNewestVersionsOf(db: Db, componentId: string): Promise<PlanVersion[]> {
  const rows = await db
    .selectFrom('planVersions as v')
    .innerJoin('plans as p', 'p.id', 'v.planId')
    .selectAll('v')
    .where('p.componentId', '=', componentId)
    .where('p.status', '=', 'active')
    .orderBy('v.planId')
    .orderBy('v.version')
    .execute();
  return [...new Map(rows.map((row) => [row.planId, toVersion(row)])).values()];
}

export async function insertPlanVersion(db: Db, { document, ...row }: PlanVersion): Promise<void> {
  await db
    .insertInto('planVersions')
    .values({ ...row, document: JSON.stringify(document) })
    .execute();
}

/** For a version that nobody has signed. */
export async function rewritePlanVersion(
  db: Db,
  { planId, version }: VersionKey,
  given: Pick<PlanVersion, 'document' | 'at' | 'changedBy'>,
): Promise<void> {
  await db
    .updateTable('planVersions')
    .set({ ...given, document: JSON.stringify(given.document) })
    .where('planId', '=', planId)
    .where('version', '=', version)
    .execute();
}

/** For a version that nobody has signed, and that says no more than the one before it. */
export async function dropPlanVersion(db: Db, { planId, version }: VersionKey): Promise<void> {
  await db.deleteFrom('planVersions').where('planId', '=', planId).where('version', '=', version).execute();
}

export async function putInForce(db: Db, { planId, version }: VersionKey, at: string): Promise<void> {
  await db
    .updateTable('planVersions')
    .set({ inForceAt: at })
    .where('planId', '=', planId)
    .where('version', '=', version)
    .where('inForceAt', 'is', null)
    .execute();
}

export async function insertPlanSignature(db: Db, signature: PlanSignature): Promise<void> {
  await db.insertInto('planSignatures').values(signature).execute();
}

/** In the order in which they were given. */
export async function listPlanSignatures(db: Db, planId: string): Promise<PlanSignature[]> {
  const rows = await db
    .selectFrom('planSignatures')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    side: row.side as PlanSignature['side'],
    decision: row.decision as PlanSignature['decision'],
  }));
}
