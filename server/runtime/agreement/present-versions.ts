// The versions of a plan with their signatures, by name.
import type { z } from 'zod';
import type { planVersionsWire } from '../../routes/wire/plan-versions.ts';
import { listPlanSignatures, listPlanVersions } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';
import { personRefs } from '../present/person-names.ts';
import { askedSides } from './asked-sides.ts';
import { documentNow } from './keep-version.ts';
import { sidesOf } from './signers.ts';

export async function presentVersions(
  db: Db,
  { planId, componentId, readerId }: { planId: string; componentId: string; readerId: string },
): Promise<z.infer<typeof planVersionsWire>> {
  const versions = await listPlanVersions(db, planId);
  const signatures = await listPlanSignatures(db, planId);
  const people = signatures.flatMap(({ personId, onBehalfOf }) => [
    personId,
    ...(onBehalfOf ? [onBehalfOf] : []),
  ]);
  const person = await personRefs(db, [...people, ...versions.map(({ changedBy }) => changedBy)]);
  const items = versions.map(({ version, at, changedBy, reason, inForceAt, document }) => ({
    version,
    at,
    reason,
    changedBy: person(changedBy),
    inForceAt,
    document,
    signatures: signatures
      .filter((one) => one.version === version)
      .map(({ id, side, decision, comment, personId, onBehalfOf, at: signedAt }) => ({
        id,
        side,
        decision,
        comment,
        person: person(personId),
        onBehalfOf: onBehalfOf === null ? null : person(onBehalfOf),
        at: signedAt,
      })),
  }));
  return {
    items,
    now: await documentNow(db, componentId),
    asked: await askedSides(db, planId),
    maySign: await sidesOf(db, componentId, readerId),
  };
}
