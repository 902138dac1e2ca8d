// Tasks as their reader sees them: with the names of their stage, why they were given, and how far they are.
import type { z } from '@hono/zod-openapi';
import {
  type Cycle,
  isJudging,
  type Role,
  type Stage,
  type Stages,
  toAnonymity,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { taskWire } from '../../routes/wire/tasks.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { listSiblings, type TaskSibling } from '../../store/queries/task-siblings.ts';
import { type PutOff, snoozesOf } from '../../store/queries/task-snoozes.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { isUnplaced } from './claimable.ts';
import { completionsOf } from './completion.ts';
import { type DueFacts, makeDueFacts } from './due-calendar.ts';
import { findStage, findTask } from './find-stage.ts';
import { isPrivateFrom } from './private-answers.ts';
import { isSealedFrom } from './seal.ts';
import { isReadWithRound, isUnnamed, withoutAnswer } from './unnamed.ts';
import { whyAsked, whyNobody, whyNoStandIn, whyUnplaced } from './why.ts';

export type PresentedTask = z.infer<typeof taskWire>;
export interface Reader {
  personId: string;
  roles: readonly Role[];
  at: string;
}

/** Each version of a cycle is read once for the tasks of a page. */
async function readStages(db: Db, tasks: readonly TaskInContext[]): Promise<Map<string, Stages>> {
  const stages = new Map<string, Stages>();
  for (const { cycleId, cycleVersion } of tasks) {
    const key = `${cycleId} ${cycleVersion}`;
    if (stages.has(key)) continue;
    const row = await findCycleVersion(db, cycleId, cycleVersion);
    const cycle: Cycle | null = row ? JSON.parse(row.document) : null;
    stages.set(key, cycle?.stages ?? {});
  }
  return stages;
}

const groupOf = (task: Pick<TaskSibling, 'planId' | 'key' | 'activation'>): string =>
  `${task.planId} ${task.activation} ${task.key}`;

const reference = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

function whyOf(task: TaskInContext, reader: Reader, isUnplaced: boolean): string {
  const holderName = task.onBehalfOf && (task.holderName ?? task.onBehalfOf);
  if (task.assigneeId === null && holderName) return whyNoStandIn({ holderName, awayUntil: task.awayUntil });
  if (task.assigneeId === null) return isUnplaced ? whyUnplaced(task.relation) : whyNobody(task.relation);
  const asked = {
    relation: task.relation,
    componentName: task.componentName,
    delegatorName: task.delegatorName,
    holderName,
    awayUntil: task.awayUntil,
    // Whoever is asked instead of a rater is asked like any other.
    standsIn: task.standsFor !== null && task.relation !== 'nominated',
  };
  return whyAsked(asked, task.assigneeId === reader.personId ? null : (task.assigneeName ?? task.assigneeId));
}

/** What the one who answers is told before they do. */
const promiseShown = ({ raterGroup, threshold, anonymity }: TaskInContext): PresentedTask['promise'] =>
  raterGroup === null ? null : { anonymity: toAnonymity(anonymity), threshold: threshold ?? 0 };

const stateOf = (state: string): PresentedTask['state'] =>
  state === 'open' || state === 'completed' ? state : 'closed';

interface Known {
  stage: Stage | null;
  siblings: TaskSibling[];
  sealed: boolean;
  due: DueFacts;
  putOff: PutOff | undefined;
  unplaced: boolean;
}

function present(task: TaskInContext, reader: Reader, known: Known): PresentedTask {
  const { stage, siblings, sealed } = known;
  const rule: unknown = JSON.parse(task.complete);
  return {
    id: task.id,
    planId: task.planId,
    componentId: task.componentId,
    componentName: task.componentName,
    cycleId: task.cycleId,
    cycleVersion: task.cycleVersion,
    stage: task.stage,
    stageName: stage?.name ?? task.stage,
    stageKind: stage && 'kind' in stage ? (stage.kind ?? null) : null,
    key: task.key,
    title: task.title,
    description: task.description,
    form: JSON.parse(task.form),
    assignee: reference(task.assigneeId, task.assigneeName),
    onBehalfOf: reference(task.onBehalfOf, task.holderName),
    awayUntil: task.state === 'open' ? task.awayUntil : null,
    relation: task.relation,
    state: stateOf(task.state),
    openedAt: task.openedAt,
    dueAt: task.dueAt,
    dueSoonAt: task.state === 'open' ? known.due.soonAt : null,
    dueZone: known.due.zone,
    snoozedUntil: (task.state === 'open' && known.putOff?.until) || null,
    snoozedAfter: (task.state === 'open' && known.putOff?.after) || null,
    overdue: task.state === 'open' && task.dueAt !== null && task.dueAt < reader.at,
    completedAt: task.completedAt,
    completedBy: reference(task.completedBy, task.completerName),
    result: task.result === null || sealed ? null : JSON.parse(task.result),
    why: whyOf(task, reader, known.unplaced),
    unplaced: known.unplaced,
    completions: isUnnamed(task)
      ? { ...completionsOf(siblings, rule), done: 0 }
      : completionsOf(siblings, rule),
    promise: promiseShown(task),
  };
}

/** What somebody else judged of the reader is told by the plan, once it is released. */
function judges(task: TaskInContext, stages: Stages, personId: string): boolean {
  if (task.componentOwnerId !== personId || task.completedBy === personId) return false;
  const own = findTask(stages, task);
  return own !== null && isJudging(own);
}

export async function presentTasks(
  deps: Pick<Deps, 'calendars'>,
  db: Db,
  tasks: readonly TaskInContext[],
  reader: Reader,
): Promise<PresentedTask[]> {
  const stages = await readStages(db, tasks);
  const siblings = Map.groupBy(await listSiblings(db, tasks), groupOf);
  const snoozes = await snoozesOf(db, { ...reader, taskIds: tasks.map(({ id }) => id) });
  const dueFactsOf = makeDueFacts(db, deps);
  const presented: PresentedTask[] = [];
  for (const one of tasks) {
    const task = withoutAnswer(one, reader.personId);
    const inCycle = stages.get(`${task.cycleId} ${task.cycleVersion}`) ?? {};
    const known = {
      stage: findStage(inCycle, task.stage),
      siblings: siblings.get(groupOf(task)) ?? [],
      sealed:
        isSealedFrom(task, inCycle, reader.personId) ||
        isReadWithRound(task, reader.personId) ||
        (await isPrivateFrom(db, { task, own: findTask(inCycle, task) }, reader.personId)) ||
        judges(task, inCycle, reader.personId),
      due: await dueFactsOf(task),
      putOff: snoozes.get(task.id),
      unplaced: await isUnplaced(db, task, reader.roles),
    };
    presented.push(present(task, reader, known));
  }
  return presented;
}
