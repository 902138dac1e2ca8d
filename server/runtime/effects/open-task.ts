// Opens a task: one row for each person that the relation means, and the timers that watch over it.
import {
  type OpenTaskEffect,
  promiseOf,
  purposeOf,
  taskReopened,
  toAnonymity,
} from '../../../engine/index.ts';
import { anonymityOf } from '../../store/queries/answers.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { insertTask } from '../../store/queries/step-tasks.ts';
import { insertTimer, type TimerKind } from '../../store/queries/timers.ts';
import { type Placing, placeTask } from '../absences/place-task.ts';
import { type Telling, tellStandIns } from '../absences/tell-stand-ins.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { isLeftOut, leaveOut } from '../tasks/left-out.ts';
import { holderBesides, workersFor } from '../tasks/self-appraisal.ts';
import { type Applying, stepId, tell } from './applying.ts';
import { notifyAll, tellPersons } from './notify.ts';

interface Opening {
  applying: Applying;
  effect: OpenTaskEffect;
  index: number;
}

const asPlaced = ({ applying, effect, index }: Opening, place: number) => ({
  id: stepId(applying, 'task', index, place),
  planId: applying.plan.id,
  componentId: applying.plan.componentId,
  key: effect.key,
  activation: effect.activation,
  stage: effect.stage,
  form: JSON.stringify(effect.form),
  purpose: purposeOf(effect),
  // Whom else somebody nominated is not told to those whom they nominated.
  relation: effect.assignee.startsWith('people:') ? 'nominated' : effect.assignee,
});

const noRaters = { raterGroup: null, threshold: null, anonymity: null };

/** The promise stays with the task: whatever is changed afterwards, it was answered under this one. */
async function promiseFor({ db, plan }: Applying, { raters }: OpenTaskEffect) {
  if (raters === undefined) return noRaters;
  const { group, ...promise } = promiseOf(raters, toAnonymity(await anonymityOf(db, plan.id)));
  return { raterGroup: group, ...promise };
}

const nobody: Placing = { assigneeId: null, onBehalfOf: null };

type Placed = ReturnType<typeof asPlaced>;

async function openFor({ applying, effect }: Opening, task: Placed, placing: Placing): Promise<void> {
  const { db, plan, at } = applying;
  const { assigneeId } = placing;
  const { id } = task;
  await insertTask(db, {
    ...task,
    title: effect.title,
    description: effect.description,
    complete: JSON.stringify(effect.complete),
    ...placing,
    standsFor: null,
    delegatedBy: null,
    state: 'open',
    openedAt: at,
    dueAt: effect.dueAt,
    completedAt: null,
    completedBy: null,
    result: null,
    ...(await promiseFor(applying, effect)),
  });
  await appendFeed(db, {
    at,
    type: 'task.opened',
    planId: plan.id,
    componentId: plan.componentId,
    personId: assigneeId,
    data: { taskId: id, key: effect.key },
  });
  tell(applying, 'task.opened', { taskId: id, key: effect.key });
}

/** Whoever stands in for a person who is away hears for whom. */
async function openForPerson(opening: Opening, person: string, place: number, people: readonly string[]) {
  const { applying, effect } = opening;
  const { db, plan, at } = applying;
  const task = asPlaced(opening, place);
  const placing = await placeTask(db, { task, personId: person, alsoAsked: people });
  await openFor(opening, task, placing);
  const { assigneeId: to, onBehalfOf } = placing;
  if (onBehalfOf === null) return;
  const moved = { taskId: task.id, planId: plan.id, componentId: plan.componentId, title: effect.title };
  const telling: Telling = { at, idSeed: task.id };
  await tellStandIns(db, [{ ...moved, from: null, to, onBehalfOf }], telling);
}

type Watched = Pick<OpenTaskEffect, 'key' | 'activation' | 'dueAt' | 'reminders' | 'escalations'>;

/** The timers of a task's due date. */
export async function watchTask(applying: Applying, effect: Watched, index: number): Promise<void> {
  const { db, plan } = applying;
  const due = effect.dueAt === null ? [] : [{ at: effect.dueAt, kind: 'overdue' as const, to: null }];
  const reminders = effect.reminders.map((at) => ({ at, kind: 'reminder' as const, to: null }));
  const escalations = effect.escalations.map(({ at, to }) => ({ at, kind: 'escalation' as const, to }));
  const all: { at: string; kind: TimerKind; to: string | null }[] = [...due, ...reminders, ...escalations];
  for (const [place, { at, kind, to }] of all.entries()) {
    await insertTimer(db, {
      id: stepId(applying, kind, index, place),
      planId: plan.id,
      kind,
      name: effect.key,
      activation: effect.activation,
      dueAt: at,
      data: to === null ? {} : { to },
    });
  }
}

/** What any one of a role may do waits for the first of them to claim it. */
async function openForRole(opening: Opening, people: readonly string[]): Promise<void> {
  const { applying, effect, index } = opening;
  await openFor(opening, asPlaced(opening, 0), nobody);
  const message = `“${effect.title}” waits for one of you to claim it.`;
  await tellPersons(applying, { people, message, index });
}

/** The manager signs for a post that nobody holds; whoever is the other side in their place hears why. */
async function tellOtherSide({ applying, effect, index }: Opening, people: readonly string[]): Promise<void> {
  const { db, plan } = applying;
  const wanted = { componentId: plan.componentId, relation: effect.assignee, work: purposeOf(effect) };
  const holder = people.length > 0 && (await holderBesides(db, wanted));
  if (!holder) return;
  const message = `“${effect.title}” comes to you: nobody holds the post, so that its manager signs for it, and nobody is both sides.`;
  await tellPersons(applying, { people, message, index });
}

async function openForNobody(opening: Opening): Promise<void> {
  const { applying, effect, index } = opening;
  await openFor(opening, asPlaced(opening, 0), nobody);
  const { title, assignee } = effect;
  const meant = await resolveAssignees(applying.db, applying.plan.componentId, assignee);
  const why =
    meant.length > 0
      ? `“${assignee}” is only whom it is about, or who rated already. Give it to somebody else.`
      : `“${assignee}” is nobody here. Give it to a person.`;
  const message = `“${title}” has nobody to work it: ${why}`;
  await notifyAll(applying, { to: 'role:admin', message, index });
}

export async function openTask(applying: Applying, effect: OpenTaskEffect, index: number): Promise<void> {
  // It is there with what was given in it; whoever granted it opens its row.
  if (applying.event.type === taskReopened) return watchTask(applying, effect, index);
  const opening = { applying, effect, index };
  const { assignee: relation } = effect;
  const { db, plan } = applying;
  const { id: planId, componentId } = plan;
  const work = purposeOf(effect);
  if (await isLeftOut(db, { componentId, relation, work })) {
    const { key, activation } = effect;
    await leaveOut(db, { id: stepId(applying, 'left-out', index), planId, key, activation, at: applying.at });
    return;
  }
  const people = await workersFor(db, {
    ...{ planId, componentId, relation, work },
    stage: effect.stage,
  });
  await tellOtherSide(opening, people);
  const claimable = relation.startsWith('role:') && effect.complete === 'any' && people.length > 1;
  if (claimable) await openForRole(opening, people);
  else if (people.length === 0) await openForNobody(opening);
  else for (const [place, person] of people.entries()) await openForPerson(opening, person, place, people);
  await watchTask(applying, effect, index);
}
