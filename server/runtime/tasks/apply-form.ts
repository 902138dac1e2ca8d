// What a completed form changes beside its task: goals, measures, standards, observations and feedback of the
// plan's component. Done before the plan steps, so that its guards see the change; undone with it when it is refused.
import {
  type FormResult,
  formSchemas,
  type Goal,
  type Json,
  type JsonObject,
  newGoalEntrySchema,
  newMeasureEntrySchema,
} from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { ancestorsOf, findComponent } from '../../store/queries/components.ts';
import { insertFeedback } from '../../store/queries/feedback.ts';
import { findGoal } from '../../store/queries/goals.ts';
import { findMeasure } from '../../store/queries/measures.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { changeGoal, changeMeasure, createGoal, createMeasure } from '../organisation/goals.ts';
import { mayVouchBy } from '../organisation/may-vouch.ts';
import { splitProposed } from '../organisation/proposed-correction.ts';
import { placeObservations, recordObservations } from '../organisation/record-observations.ts';
import { type Heard, toHeard } from '../plans/tell-plans.ts';
import { requireWithinBudget } from '../rewards/budget.ts';
import { changesOf } from './changes-of.ts';
import type { Form } from './form.ts';
import { requireNominees } from './require-nominees.ts';
import { requireWholeAppraisal, requireWholeSelfAppraisal } from './require-whole-appraisal.ts';
import { isUnnamed } from './unnamed.ts';

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} The task stays open as it was.`, { errors: [{ pointer, detail }] });

/** Problems of what is done inside point to their place in the result. */
async function within<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const errors = error.more.errors?.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
    const more = { ...error.more, ...(errors ? { errors } : {}) };
    throw new ProblemError(error.kind, error.message, more, { cause: error });
  }
}

/** A plan works with the goals of its component and of those below it. */
async function requireGoal({ db, task }: Form, id: string, pointer: string): Promise<Goal> {
  const goal = await findGoal(db, id);
  const above = goal ? await ancestorsOf(db, goal.componentId) : [];
  const places = [goal?.componentId, ...above.map((component) => component.id)];
  if (goal && places.includes(task.componentId)) return goal;
  throw refuse(pointer, `There is no goal ${id} at or below ${task.componentName}.`);
}

async function requireMeasure(form: Form, id: string, pointer: string) {
  const found = await findMeasure(form.db, id);
  if (!found) throw refuse(pointer, `There is no measure ${id} at or below ${form.task.componentName}.`);
  await requireGoal(form, found.measure.goalId, pointer);
  return { before: found.measure, componentId: found.componentId };
}

async function applyGoals(form: Form, { goals }: FormResult<'goals'>): Promise<void> {
  const { db, ports, actor, task } = form;
  const reason = task.title;
  for (const [index, { id, version, ...entry }] of goals.entries()) {
    const pointer = `/result/goals/${index}`;
    const before = id === undefined ? null : await requireGoal(form, id, `${pointer}/id`);
    await within<unknown>(pointer, async () => {
      if (!before) {
        const goal = { ...given(newGoalEntrySchema.parse(entry)), componentId: task.componentId };
        return createGoal(db, ports, { goal, actor, reason });
      }
      const patch = changesOf(before, { version, patch: given(entry) });
      return patch && changeGoal(db, ports, { before, patch, actor, reason });
    });
  }
}

/** Without the keys that were left out. */
function given<T extends object>(entry: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

/** What the form says: those who see the plan read it. */
const asToldOf = {
  goalId: null,
  visibility: 'plan',
  managerId: null,
  requestId: null,
  thankedAt: null,
} as const;

const newMeasure = {
  kind: 'number',
  standards: null,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
} as const;

async function applyMeasures(form: Form, { measures }: FormResult<'measures'>): Promise<void> {
  const { db, ports, actor, task } = form;
  const reason = task.title;
  for (const [index, { id, version, ...entry }] of measures.entries()) {
    const pointer = `/result/measures/${index}`;
    const { goalId } = entry;
    const goal = goalId === undefined ? null : await requireGoal(form, goalId, `${pointer}/goalId`);
    const known = id === undefined ? null : await requireMeasure(form, id, `${pointer}/id`);
    await within<unknown>(pointer, async () => {
      if (!known) {
        const measure = { ...newMeasure, ...given(newMeasureEntrySchema.parse(entry)) };
        const componentId = goal?.componentId ?? task.componentId;
        return createMeasure(db, ports, { measure, componentId, actor, reason });
      }
      const patch = changesOf(known.before, { version, patch: given(entry) });
      return patch && changeMeasure(db, ports, { ...known, patch, actor, reason });
    });
  }
}

async function applyStandards(form: Form, { standards }: FormResult<'standards'>): Promise<void> {
  const { db, ports, actor, task } = form;
  for (const [index, entry] of standards.entries()) {
    const pointer = `/result/standards/${index}`;
    const known = await requireMeasure(form, entry.measureId, `${pointer}/measureId`);
    await within<unknown>(pointer, async () => {
      const { version, standards } = entry;
      const patch = changesOf(known.before, { version, patch: { standards } });
      return patch && changeMeasure(db, ports, { ...known, patch, actor, reason: task.title });
    });
  }
}

async function applyObservations(form: Form, result: FormResult<'observation'>): Promise<Heard[]> {
  const { db, ports, actor, task } = form;
  for (const [index, { measureId }] of result.observations.entries())
    await requireMeasure(form, measureId, `/result/observations/${index}/measureId`);
  const observations = result.observations.map((entry) => ({ ...given(entry), source: `task ${task.key}` }));
  const recorded = await within('/result/observations', async () =>
    recordObservations(db, ports, {
      entries: await placeObservations(db, observations),
      actor,
      status: (await mayVouchBy(db, actor, task)) ? 'verified' : 'provisional',
    }),
  );
  return (await splitProposed(db, recorded)).inForce.map((one) => toHeard(one));
}

/** @throws ProblemError invalid when there is neither such a component nor such a person. */
async function addressOf({ db, task }: Form, to: string | undefined) {
  if (to === undefined) return { componentId: task.componentId, toPersonId: null };
  if (await findComponent(db, to)) return { componentId: to, toPersonId: null };
  if (await personExists(db, to)) return { componentId: task.componentId, toPersonId: to };
  throw refuse('/result/to', `There is no person and no component ${to}.`);
}

async function applyFeedback(form: Form, { text, to, methods }: FormResult<'feedback'>): Promise<Heard[]> {
  const { db, ports, actor, task } = form;
  const address = await addressOf(form, to);
  const id = ports.ids.next('fbk');
  const row = {
    id,
    planId: task.planId,
    ...address,
    authorId: actor.id,
    text,
    at: ports.clock.now(),
    level: methods ?? null,
  };
  const { raterGroup, threshold, anonymity } = task;
  const round = raterGroup === null ? null : ((await findPlan(db, task.planId))?.plan.round ?? 1);
  const promise = { raterGroup, threshold, anonymity: anonymity ?? 'named', round };
  await insertFeedback(db, { ...row, ...asToldOf, ...promise });
  // That somebody has answered, and when, would tell who it was.
  if (isUnnamed(task)) return [];
  const event = { id: `feedback:${id}`, type: 'feedback.received', data: { feedbackId: id } };
  return [{ componentId: address.componentId, event }];
}

async function requireAffordable({ db, ports, task }: Form, given: FormResult<'reward'>): Promise<void> {
  const { decision, amount = 0 } = given;
  if (decision !== 'approved' || amount === 0) return;
  await requireWithinBudget(db, { componentId: task.componentId, amount, at: ports.clock.now() });
}

/** What the plans of the component shall hear of once the task's own step is done. `result` fits the form. */
export async function applyForm(form: Form, name: Json, result: JsonObject): Promise<Heard[]> {
  switch (name) {
    case 'goals':
      await applyGoals(form, formSchemas.goals.parse(result));
      return [];
    case 'measures':
      await applyMeasures(form, formSchemas.measures.parse(result));
      return [];
    case 'standards':
      await applyStandards(form, formSchemas.standards.parse(result));
      return [];
    case 'observation':
      return applyObservations(form, formSchemas.observation.parse(result));
    case 'reward':
      await requireAffordable(form, formSchemas.reward.parse(result));
      return [];
    case 'appraisal':
      await requireWholeAppraisal(form, formSchemas.appraisal.parse(result));
      return [];
    case 'self-appraisal':
      await requireWholeSelfAppraisal(form, formSchemas['self-appraisal'].parse(result));
      return [];
    case 'nomination':
      await requireNominees(form, formSchemas.nomination.parse(result));
      return [];
    case 'feedback':
      return applyFeedback(form, formSchemas.feedback.parse(result));
    default:
      return [];
  }
}
