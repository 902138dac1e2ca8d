// A shadow with how many plans stand where its candidate would have them, and those that do not.
import type { z } from 'zod';
import { verdictKinds } from '../../../engine/index.ts';
import type { shadowedPlanWire, shadowReportWire, shadowWire } from '../../routes/wire/replays.ts';
import {
  countVerdicts,
  pageVerdicts,
  type VerdictCounts,
  type VerdictInContext,
} from '../../store/queries/shadow-verdicts.ts';
import type { Shadow } from '../../store/queries/shadows.ts';
import type { Db } from '../../store/schema.ts';

/** Plans that come with the shadow itself. */
const FIRST = 200;

export function presentShadow(
  { seenSeq: _, ...shadow }: Shadow,
  counts: VerdictCounts,
): z.infer<typeof shadowWire> {
  return { ...shadow, counts };
}

export const presentShadowedPlan = ({
  report,
  ...context
}: VerdictInContext): z.infer<typeof shadowedPlanWire> => ({
  ...JSON.parse(report),
  ...context,
});

export async function presentShadowReport(db: Db, shadow: Shadow): Promise<z.infer<typeof shadowReportWire>> {
  const { id: shadowId } = shadow;
  const counts = (await countVerdicts(db, [shadowId]))(shadowId);
  const verdicts = verdictKinds.filter((kind) => kind !== 'same');
  const differing = await pageVerdicts(db, { shadowId, verdicts, after: '', limit: FIRST });
  return { ...presentShadow(shadow, counts), differing: differing.map(presentShadowedPlan) };
}
