// To whom a person's task goes: to them, to who stands in for them, or to nobody, for an administrator to give on.
import {
  type CycleTask,
  distinctPeople,
  isDecision,
  isPersonal,
  lineOfManagers,
  type Stage,
  type Stages,
  type TaskKind,
  taskKinds,
  whoWorks,
} from '../../../engine/index.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listWorked, type Worked } from '../../store/queries/stand-ins.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { cycleOfPlan } from '../plans/cycle-of-plan.ts';
import { presenceOf, presencesFrom } from './presence.ts';

export type Placing = Pick<TaskRow, 'assigneeId' | 'onBehalfOf'>;
export type Placeable = Pick<
  TaskRow,
  'id' | 'planId' | 'componentId' | 'key' | 'activation' | 'stage' | 'form' | 'purpose' | 'relation'
>;

export interface Place {
  task: Placeable;
  /** Whose task it is. */
  personId: string;
  /** Others who are asked the same and may have no task yet. */
  alsoAsked?: readonly string[];
}

const inside = (stage: Stage): Stages => ('stages' in stage ? stage.stages : {});

function findTask(stages: Stages, { stage: id, key }: Placeable): CycleTask | null {
  for (const [name, stage] of Object.entries(stages)) {
    const own = name === id && 'tasks' in stage ? stage.tasks?.[key] : undefined;
    const found = own ?? findTask(inside(stage), { stage: id, key } as Placeable);
    if (found) return found;
  }
  return null;
}

/** As the plan's version of the cycle has it. */
export async function cycleTaskOf(db: Db, task: Placeable): Promise<CycleTask | null> {
  const cycle = await cycleOfPlan(db, task.planId);
  return cycle && findTask(cycle.stages, task);
}

/** A form of the cycle's own may say what it is for. */
const kindOf = ({ purpose }: Pick<Placeable, 'purpose'>): TaskKind =>
  taskKinds.find((name) => name === purpose) ?? 'own-form';

const workerOf = ({ completedBy, assigneeId }: Worked): string | null => completedBy ?? assigneeId;
const holderOf = ({ onBehalfOf, assigneeId }: Worked): string | null => onBehalfOf ?? assigneeId;
const isSame = (task: Placeable, other: Worked): boolean =>
  task.key === other.key && task.activation === other.activation;

/** Who gave a decision in the plan for somebody else than the person, and so must not give this one. */
function decidedForOthers(worked: readonly Worked[], personId: string): string[] {
  const decisions = worked.filter((one) => isDecision(kindOf(one)));
  return distinctPeople(decisions.filter((one) => holderOf(one) !== personId).map(workerOf));
}

async function barredFrom(db: Db, { task, personId, alsoAsked = [] }: Place, isDeciding: boolean) {
  const worked = (await listWorked(db, task.planId)).filter(({ id }) => id !== task.id);
  const same = worked.filter((one) => isSame(task, one)).flatMap((one) => [one.assigneeId, one.completedBy]);
  const ownerId = (await lineageOf(db, task.componentId))[0]?.ownerId;
  const others = distinctPeople([ownerId, ...same, ...alsoAsked]).filter((person) => person !== personId);
  return new Set([...others, ...(isDeciding ? decidedForOthers(worked, personId) : [])]);
}

async function lineAbove(db: Db, { task, personId }: Place): Promise<string[]> {
  const line = lineOfManagers(await lineageOf(db, task.componentId));
  return line.slice(line.indexOf(personId) + 1);
}

/** Colleagues of the role that is asked, and then the managers above the person. */
async function above(db: Db, place: Place): Promise<string[]> {
  const { componentId, relation } = place.task;
  const colleagues = relation.startsWith('role:') ? await resolveAssignees(db, componentId, relation) : [];
  return [...colleagues, ...(await lineAbove(db, place))];
}

/** Of somebody who has left, HR comes after the managers, and the administrators after HR: each task has somebody. */
async function inTheEnd(db: Db): Promise<string[]> {
  return [...(await listPeopleWithRole(db, 'hr')), ...(await listPeopleWithRole(db, 'admin'))];
}

/** Somebody who sees to what somebody who has left would have to do, though they may have to give it on to be done. */
async function whoAnswers(db: Db, place: Place, asked: readonly string[]): Promise<string | null> {
  const [first, ...above] = [...asked, ...(await inTheEnd(db))];
  if (first === undefined) return null;
  const presences = await presencesFrom(db, [first, ...above]);
  const barred = new Set([...(await barredFrom(db, place, false)), place.personId]);
  const seat = { personId: first, kind: kindOf(place.task), above, barred };
  return whoWorks(seat, (id) => presences.get(id));
}

/** What only somebody who has left could say: nobody says it for them. */
async function placeWordOfGone(db: Db, place: Place): Promise<Placing> {
  const { task, personId: onBehalfOf } = place;
  // Whom a rater's seat went to would tell who sat there.
  if (task.purpose === 'feedback') return { assigneeId: null, onBehalfOf };
  return { assigneeId: await whoAnswers(db, place, await lineAbove(db, place)), onBehalfOf };
}

/** Somebody who is there, has named nobody for good and has decided nothing in another's place works their own. */
async function worksAlone(db: Db, { task, personId }: Place): Promise<boolean> {
  const presence = await presenceOf(db, personId);
  if (presence.away || presence.named.some(({ always }) => always)) return false;
  if (!isDecision(kindOf(task))) return true;
  const worked = await listWorked(db, task.planId);
  return !decidedForOthers(worked, personId).includes(personId);
}

export async function placeTask(db: Db, place: Place): Promise<Placing> {
  const { task, personId } = place;
  const own = { assigneeId: personId, onBehalfOf: null };
  if (await worksAlone(db, place)) return own;
  const kind = kindOf(task);
  const { gone } = await presenceOf(db, personId);
  if (isPersonal(task.purpose, task.relation)) return gone ? placeWordOfGone(db, place) : own;
  const asked = await above(db, place);
  const barred = await barredFrom(db, place, isDecision(kind));
  const seat = { personId, kind, above: gone ? [...asked, ...(await inTheEnd(db))] : asked, barred };
  const presences = await presencesFrom(db, [personId, ...seat.above]);
  const worker = whoWorks(seat, (id) => presences.get(id));
  if (worker === personId) return own;
  return { assigneeId: worker ?? (gone ? await whoAnswers(db, place, []) : null), onBehalfOf: personId };
}
