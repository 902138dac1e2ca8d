// A task that asks for agreement with a plan is signed by completing it. An acknowledgement is the component's side,
// an agreement the manager's unless the owner was asked; both only while the plan is drawn up: later they are about
// something else, such as an appraisal.
import type { FormResult, Json, JsonObject } from '../../../engine/index.ts';
import { formSchemas } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { drawsUp, findStage } from '../tasks/find-stage.ts';
import { sideOf } from './asked-sides.ts';
import type { Shown } from './shown.ts';
import { type Signing, signPlan } from './sign.ts';

type Word = Pick<Signing, 'decision' | 'comment' | 'sides'>;

const sidesBy = (form: 'plan-agreement' | 'acknowledgement', relation: string): Word['sides'] =>
  [sideOf(form, relation)].filter((side) => side !== null);

const fromAgreement = ({ decision, comment }: FormResult<'plan-agreement'>, relation: string): Word => ({
  decision,
  comment: comment ?? null,
  sides: sidesBy('plan-agreement', relation),
});

const fromAcknowledgement = ({ decision, comment }: FormResult<'acknowledgement'>): Word => ({
  decision: decision === 'signed' ? 'agreed' : 'refused',
  comment: comment ?? null,
  sides: sidesBy('acknowledgement', ''),
});

function wordIn(form: Json, result: JsonObject, relation: string): Word | null {
  if (form === 'plan-agreement') return fromAgreement(formSchemas['plan-agreement'].parse(result), relation);
  if (form === 'acknowledgement') return fromAcknowledgement(formSchemas.acknowledgement.parse(result));
  return null;
}

interface SignedTask {
  task: TaskInContext;
  form: Json;
  result: JsonObject;
  actor: Actor;
  shown: Shown | undefined;
}

/** @throws ProblemError invalid when the weights do not add up; stale when something else stands than was shown. */
export async function signByTask(
  deps: Deps,
  db: Db,
  { task, form, result, actor, shown }: SignedTask,
): Promise<void> {
  const word = wordIn(form, result, task.relation);
  if (!word) return;
  const compiled = await deps.cycles.find(db, task.cycleId, task.cycleVersion);
  if (!drawsUp(compiled && findStage(compiled.cycle.stages, task.stage))) return;
  const { planId, componentId, onBehalfOf } = task;
  const signer = { personId: actor.id, onBehalfOf, taskId: task.id };
  await signPlan(db, deps, { ...word, planId, componentId, ...signer, shown });
}
