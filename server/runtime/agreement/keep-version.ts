// Versions of what a plan says. As long as nobody has signed it the newest one follows every change; once somebody
// has, it stays for good, and the next change makes the one after it, which must be signed anew.
import { differencesToAgree, type PlanDocument } from '../../../engine/index.ts';
import { findComponent } from '../../store/queries/components.ts';
import { listGoalsOf } from '../../store/queries/goals.ts';
import { listMeasuresOf } from '../../store/queries/measures.ts';
import {
  dropPlanVersion,
  insertPlanVersion,
  listNewestVersionsOf,
  listPlanSignatures,
  listPlanVersions,
  type PlanVersion,
  rewritePlanVersion,
} from '../../store/queries/plan-versions.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { askedSides } from './asked-sides.ts';
import { signersOf } from './signers.ts';

interface Keeping {
  planId: string;
  componentId: string;
  /** Who changed it, or signs it. */
  actor: string;
  at: string;
  /** Why it was changed, where that was said. */
  reason?: string | null | undefined;
}

export async function documentNow(db: Db, componentId: string): Promise<PlanDocument> {
  const goals = await listGoalsOf(db, [componentId]);
  const measures = await listMeasuresOf(
    db,
    goals.map(({ id }) => id),
  );
  return { goals, measures };
}

const isSigned = async (db: Db, { planId, version }: PlanVersion): Promise<boolean> =>
  (await listPlanSignatures(db, planId)).some((signature) => signature.version === version);

/** The newest version, made or rewritten where what stands now is not what it says. */
export async function keepVersion(
  db: Db,
  { planId, componentId, actor, at, reason = null }: Keeping,
): Promise<PlanVersion> {
  const document = await documentNow(db, componentId);
  const versions = await listPlanVersions(db, planId);
  const newest = versions.at(-1);
  if (newest && differencesToAgree(newest.document, document).length === 0) return newest;
  if (newest && !(await isSigned(db, newest))) {
    const before = versions.at(-2);
    if (before && differencesToAgree(before.document, document).length === 0) {
      await dropPlanVersion(db, newest);
      return before;
    }
    const rewritten = { document, at, changedBy: actor, reason: reason ?? newest.reason };
    await rewritePlanVersion(db, newest, rewritten);
    return { ...newest, ...rewritten };
  }
  const version = (newest?.version ?? 0) + 1;
  const next = { planId, version, componentId, document, at, changedBy: actor, reason, inForceAt: null };
  await insertPlanVersion(db, next);
  return next;
}

async function tellSigners(
  db: Db,
  { planId, componentId, version, changedBy, at }: PlanVersion,
): Promise<void> {
  const component = await findComponent(db, componentId);
  const signers = await signersOf(db, componentId);
  const asked = await askedSides(db, planId);
  const people = [...new Set(asked.flatMap((side) => signers[side]))].filter((id) => id !== changedBy);
  const message = `The plan of ${component?.name ?? componentId} was changed: its version ${version} waits for your signature.`;
  await notifyPersons(db, people, {
    planId,
    componentId,
    message,
    at,
    idSeed: `version:${planId}:${version}`,
  });
}

/** Goals or measures of the component have changed: plans whose newest version is signed get their next one. */
export async function followChange(
  db: Db,
  { componentId, actor, at, reason }: Omit<Keeping, 'planId'>,
): Promise<void> {
  for (const before of await listNewestVersionsOf(db, componentId)) {
    const { planId } = before;
    const kept = await keepVersion(db, { planId, componentId, actor, at, reason });
    if (kept.version <= before.version) continue;
    await tellSigners(db, kept);
    const data = { version: kept.version };
    await appendFeed(db, { at, type: 'plan.changed', planId, componentId, data });
    const detail = changeOf({ version: before.version }, data);
    await appendAudit(db, { at, actor, action: 'plan.change', resource: `plan/${planId}`, detail });
  }
}
