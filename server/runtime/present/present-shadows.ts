// A shadow with how many plans stand where its candidate would have them, and those that do not.
import type { z } from 'zod';
import { verdictKinds } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { shadowedPlanWire, shadowReportWire, shadowWire } from '../../routes/wire/replays.ts';
import {
  countVerdicts,
  pageVerdicts,
  type VerdictCounts,
  type VerdictInContext,
} from '../../store/queries/shadow-verdicts.ts';
import type { Shadow } from '../../store/queries/shadows.ts';
import type { Db } from '../../store/schema.ts';
import { tellVerdicts, type VerdictSight, verdictSightOf, whyWithheld } from '../replays/verdict-sight.ts';

/** Plans that come with the shadow itself. */
const FIRST = 200;

export function presentShadow(
  { seenSeq: _, ...shadow }: Shadow,
  { waiting, ...counts }: VerdictCounts,
  sight: VerdictSight,
): z.infer<typeof shadowWire> {
  return { ...shadow, counts: { waiting, ...tellVerdicts(counts, sight) } };
}

export const presentShadowedPlan = ({
  report,
  ...context
}: VerdictInContext): z.infer<typeof shadowedPlanWire> => ({
  ...JSON.parse(report),
  ...context,
});

export async function presentShadowReport(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  { shadow, actor }: { shadow: Shadow; actor: Actor },
): Promise<z.infer<typeof shadowReportWire>> {
  const { id: shadowId } = shadow;
  const sight = await verdictSightOf(deps, db, actor);
  const counts = (await countVerdicts(db, [shadowId], sight))(shadowId);
  const verdicts = verdictKinds.filter((kind) => kind !== 'same');
  const differing = sight
    ? await pageVerdicts(db, { shadowId, within: sight, verdicts, after: '', limit: FIRST })
    : [];
  return {
    ...presentShadow(shadow, counts, sight),
    differing: differing.map(presentShadowedPlan),
    withheld: whyWithheld(sight),
  };
}
