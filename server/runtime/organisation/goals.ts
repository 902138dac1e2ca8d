// Commands on goals and measures. Every change of what is scored is a new version.
import { alignmentCycle, curveOf, type Goal, goalDefaults, type Measure } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findGoal, findGoals, insertGoal, updateGoal } from '../../store/queries/goals.ts';
import { findMeasure, insertMeasures, updateMeasure } from '../../store/queries/measures.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { followChange } from '../agreement/keep-version.ts';
import { changedAbove, tellAbove } from './counts-above.ts';

type Ports = Pick<Deps, 'clock' | 'ids'>;
export type NewGoal = Pick<Goal, 'componentId' | 'title'> & Partial<Omit<Goal, 'version'>>;
export type NewMeasure = Omit<Measure, 'id' | 'version'> & { id?: string | undefined };

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;

export const newGoal = (given: NewGoal, id: string): Goal =>
  ({ ...goalDefaults, ...withoutUndefined(given), id }) as Goal;
export const changedGoal = (before: Goal, patch: Partial<Goal>): Goal => ({
  ...before,
  ...withoutUndefined(patch),
  id: before.id,
  version: before.version + 1,
});

/** Whatever the goal serves, and what that serves in turn, up to the top: without the goal itself. */
async function goalsServed(db: Db, goal: Goal): Promise<Goal[]> {
  const found = new Map<string, Goal>();
  const parentsOf = (goals: readonly Goal[]) =>
    goals.flatMap(({ alignments }) => alignments.map(({ parentGoalId }) => parentGoalId));
  for (let ids = parentsOf([goal]); ids.length > 0; ) {
    const next = await findGoals(
      db,
      [...new Set(ids)].filter((id) => id !== goal.id && !found.has(id)),
    );
    for (const one of next) found.set(one.id, one);
    ids = parentsOf(next);
  }
  return [...found.values()];
}

/** @throws ProblemError invalid with the path when the links lead back to where they start. */
async function refuseAlignmentCycle(db: Db, changed: Goal): Promise<void> {
  if (changed.alignments.length === 0) return;
  const path = alignmentCycle([...(await goalsServed(db, changed)), changed]);
  if (!path) return;
  throw new ProblemError(
    'invalid',
    `The goals would serve themselves: ${path.join(' → ')}. Nothing was changed.`,
    {
      errors: [{ pointer: '/alignments', detail: 'Take out one link of the circle.', code: 'ALN-01' }],
    },
  );
}

/** @throws ProblemError invalid with each new link to a goal that is not there. */
async function refuseLinksToNothing(db: Db, { id, alignments }: Goal, before: Goal | null): Promise<void> {
  const served = alignments.map(({ parentGoalId }) => parentGoalId);
  const found = await findGoals(db, [...new Set(served)]);
  const known = new Set([id, ...found.map((goal) => goal.id)]);
  for (const { parentGoalId } of before?.alignments ?? []) known.add(parentGoalId);
  const errors = served.flatMap((goalId, index) =>
    known.has(goalId)
      ? []
      : [{ pointer: `/alignments/${index}/parentGoalId`, detail: `There is no goal ${goalId}.` }],
  );
  if (errors.length === 0) return;
  throw new ProblemError(
    'invalid',
    'The goal would serve one that is not there. Choose another, or create that one first. Nothing was changed.',
    { errors },
  );
}

/** @throws ProblemError invalid when it would be due before it starts. */
function refuseBadDays({ start, due }: Pick<Goal, 'start' | 'due'>): void {
  if (!start || !due || due > start) return;
  const detail = `The goal would be due on ${due} and start on ${start}. Set the due day later, or the start earlier.`;
  throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: '/due', detail, code: 'GOAL-02' }],
  });
}

/** @throws ProblemError invalid when the standards give no curve in the measure's direction. */
export function refuseBadStandards(measure: Pick<Measure, 'standards' | 'direction'>): void {
  if (!measure.standards) return;
  const reading = curveOf(measure.standards, measure.direction);
  if (reading.kind === 'curve') return;
  throw new ProblemError('invalid', `${reading.problem.message} Nothing was changed.`, {
    errors: [{ pointer: '/standards', detail: reading.problem.message, code: reading.problem.code }],
  });
}

/** @throws ProblemError invalid when the measure would be out of force before it is in force. */
function refuseNoDays({ effectiveFrom, effectiveTo }: Pick<Measure, 'effectiveFrom' | 'effectiveTo'>): void {
  if (!effectiveFrom || !effectiveTo || effectiveFrom <= effectiveTo) return;
  const detail = `The measure would be in force from ${effectiveFrom} until ${effectiveTo}, which is before. Set the last day later, or the first one earlier.`;
  throw new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: '/effectiveTo', detail }],
  });
}

interface Entry<Kind> {
  at: string;
  actor: Actor;
  componentId: string;
  before: Kind | null;
  after: Kind;
  /** Why it changes, where that was said. */
  reason: string | undefined;
}

/** The goals that count above otherwise than before. */
async function countingOtherwise(db: Db, before: Goal | Measure | null, after: Goal | Measure) {
  if ('goalId' in after) return findGoals(db, [after.goalId]);
  return changedAbove(before && !('goalId' in before) ? before : null, after);
}

async function record<Kind extends Goal | Measure>(db: Db, kind: 'goal' | 'measure', entry: Entry<Kind>) {
  const { at, componentId, before, after, reason } = entry;
  const resource = `${kind}/${after.id}`;
  await appendFeed(db, { at, type: `${kind}.changed`, componentId, data: { resource } });
  const action = `${kind}.${before ? 'change' : 'create'}`;
  const detail = { componentId, ...(reason && { reason }), ...changeOf(before, after) };
  await appendAudit(db, { at, actor: entry.actor.id, action, resource, detail });
  const told = { componentId, actor: entry.actor.id, at, reason: reason ?? null };
  await followChange(db, told);
  await tellAbove(db, { ...told, goals: await countingOtherwise(db, before, after) });
}

export async function createGoal(
  db: Db,
  { clock, ids }: Ports,
  given: { goal: NewGoal; actor: Actor; reason?: string | undefined },
): Promise<Goal> {
  const goal = newGoal(given.goal, given.goal.id ?? ids.next('goal'));
  if (await findGoal(db, goal.id))
    throw new ProblemError('conflict', `The id ${goal.id} is taken; choose another.`);
  if (!(await findComponent(db, goal.componentId))) throw notFound('component');
  refuseBadDays(goal);
  await refuseLinksToNothing(db, goal, null);
  await refuseAlignmentCycle(db, goal);
  const at = clock.now();
  await insertGoal(db, goal, at);
  await record(db, 'goal', {
    at,
    actor: given.actor,
    componentId: goal.componentId,
    before: null,
    after: goal,
    reason: given.reason,
  });
  return goal;
}

export async function changeGoal(
  db: Db,
  { clock }: Ports,
  given: { before: Goal; patch: Partial<Goal>; actor: Actor; reason?: string | undefined },
): Promise<Goal> {
  const { before, patch, actor, reason } = given;
  const goal = changedGoal(before, patch);
  refuseBadDays(goal);
  await refuseLinksToNothing(db, goal, before);
  await refuseAlignmentCycle(db, goal);
  const at = clock.now();
  await updateGoal(db, goal, at);
  await record(db, 'goal', { at, actor, componentId: goal.componentId, before, after: goal, reason });
  return goal;
}

export async function createMeasure(
  db: Db,
  { clock, ids }: Ports,
  given: { measure: NewMeasure; componentId: string; actor: Actor; reason?: string | undefined },
): Promise<Measure> {
  const { componentId, actor, reason } = given;
  const measure: Measure = { ...given.measure, id: given.measure.id ?? ids.next('msr'), version: 1 };
  refuseBadStandards(measure);
  refuseNoDays(measure);
  if (await findMeasure(db, measure.id))
    throw new ProblemError('conflict', `The id ${measure.id} is taken; choose another.`);
  const at = clock.now();
  await insertMeasures(db, [{ measure, componentId }], at);
  await record(db, 'measure', { at, actor, componentId, before: null, after: measure, reason });
  return measure;
}

export async function changeMeasure(
  db: Db,
  { clock }: Ports,
  given: {
    before: Measure;
    componentId: string;
    patch: Partial<Measure>;
    actor: Actor;
    reason?: string | undefined;
  },
): Promise<Measure> {
  const { before, componentId, patch, actor, reason } = given;
  const measure: Measure = {
    ...before,
    ...withoutUndefined(patch),
    id: before.id,
    version: before.version + 1,
  };
  refuseBadStandards(measure);
  refuseNoDays(measure);
  const at = clock.now();
  await updateMeasure(db, measure, componentId, at);
  await record(db, 'measure', { at, actor, componentId, before, after: measure, reason });
  return measure;
}
