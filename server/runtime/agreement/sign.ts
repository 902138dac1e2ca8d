// Somebody agrees a version of a plan, or sends it back. With both sides' agreement it is in force: the plan is scored
// by it. A refusal of the component's side goes on record and does not stop the plan, as its cycle has it.
import { weightFaults } from '../../../engine/index.ts';
import { tokenActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import {
  insertPlanSignature,
  listPlanSignatures,
  type PlanSignature,
  type PlanVersion,
  putInForce,
} from '../../store/queries/plan-versions.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { documentNow, keepVersion } from './keep-version.ts';
import { isShown, type Shown } from './shown.ts';
import type { Side } from './signers.ts';

export type Signing = Pick<
  PlanSignature,
  'planId' | 'decision' | 'comment' | 'personId' | 'onBehalfOf' | 'taskId'
> & {
  componentId: string;
  sides: readonly PlanSignature['side'][];
  /** The version that the signer has seen; absent in a task. */
  seen?: number | undefined;
  /** In a task: what of the plan the signer was shown. */
  shown?: Shown | undefined;
};

/** @throws ProblemError invalid when the weights are off. */
function requireWhole({ document }: PlanVersion): void {
  const [fault, ...others] = weightFaults(document);
  if (!fault) return;
  const errors = [fault, ...others].map(({ message }) => ({
    pointer: '/decision',
    detail: message,
    code: 'weights',
  }));
  throw new ProblemError('invalid', fault.message, { errors });
}

/** What each side says by now: its latest word. */
function isAgreed(signatures: readonly PlanSignature[]): boolean {
  const latest = new Map(signatures.map(({ side, decision }) => [side, decision]));
  const component = latest.get('component');
  return latest.get('manager') === 'agreed' && (component === 'agreed' || component === 'refused');
}

/** By the side that somebody else signs for. */
const otherSides: Record<Side, string> = {
  component:
    'You signed this version as the manager already, and nobody is both sides. Somebody else signs for the component; nothing was signed.',
  manager:
    'You signed this version for the component already, and nobody is both sides. Somebody else signs as the manager; nothing was signed.',
};

/** One person is not two sides, whoever asked them for which. @throws ProblemError not-allowed. */
function requireOtherSide(signatures: readonly PlanSignature[], { sides, personId }: Signing): void {
  if (personId === tokenActor.id) return;
  const signed = signatures.find((one) => one.personId === personId && !sides.includes(one.side));
  const [side] = sides;
  if (signed && side) throw new ProblemError('not-allowed', otherSides[side]);
}

/** @throws ProblemError not-allowed when the person signed for the other side; stale when the plan was changed since; invalid when its weights do not add up. */
export async function signPlan(
  db: Db,
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  signing: Signing,
): Promise<void> {
  const { componentId, sides, seen, shown, ...words } = signing;
  const { planId, personId: actor, decision } = words;
  const at = clock.now();
  const version = await keepVersion(db, { planId, componentId, actor, at });
  if (shown && !isShown(await documentNow(db, componentId), shown))
    throw new ProblemError(
      'stale',
      'The plan was changed since you saw it. Nothing was signed; look at what it says now and decide anew.',
    );
  if (seen !== undefined && seen !== version.version)
    throw new ProblemError(
      'stale',
      `The plan was changed since you saw it: version ${version.version} is the newest by now. Nothing was signed; look at it and decide anew.`,
    );
  const signedOf = async () =>
    (await listPlanSignatures(db, planId)).filter((one) => one.version === version.version);
  requireOtherSide(await signedOf(), signing);
  if (decision === 'agreed') requireWhole(version);
  for (const side of sides)
    await insertPlanSignature(db, { ...words, id: ids.next('sig'), version: version.version, side, at });
  const movesScores = isAgreed(await signedOf());
  if (movesScores) await putInForce(db, version, at);
  const data = { version: version.version, decision, sides: [...sides] };
  await appendFeed(db, { at, type: 'plan.signed', planId, componentId, data, movesScores });
  const detail = { ...data, ...changeOf(null, { decision, sides }) };
  await appendAudit(db, { at, actor, action: `plan.${decision}`, resource: `plan/${planId}`, detail });
}
