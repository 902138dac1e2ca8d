// What whom a rating is about did with it: signed, refused, or nothing until it counted as received; and what they
// said against it while there was time.
import type { z } from 'zod';
import { type Cycle, formSchemas, type Purpose, type ReleaseRules } from '../../../engine/index.ts';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import type { StageTimer, TaskOfPlan } from '../../store/queries/plan-tasks.ts';
import type { WayOfPlan } from '../../store/queries/rating-releases.ts';
import { drawsUp, findStage } from '../tasks/find-stage.ts';

type Appraisal = z.infer<typeof appraisalWire>;
type Acknowledgement = Appraisal['acknowledgements'][number];
type Dispute = Appraisal['disputes'][number];

export type Named = (id: string) => { id: string; name: string };
export interface PurposedTask extends TaskOfPlan {
  purpose: Purpose | null;
}

export interface Around {
  tasks: readonly PurposedTask[];
  lines: readonly WayOfPlan[];
  rules: ReleaseRules;
  timers: readonly StageTimer[];
  who: Named;
}

/** The step that left the stage of a task that nobody completed. */
const leftIn = ({ lines }: Around, { stage, openedAt }: PurposedTask): WayOfPlan | undefined =>
  lines.find(({ left, at }) => left.includes(stage) && at >= openedAt);

/** The first timer that would leave the stage. */
const endsAt = ({ timers }: Around, { stage }: PurposedTask): string | null =>
  timers
    .filter((timer) => timer.stage === stage)
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null;

/** Signing while it is planned is signing the plan. */
const isOfRating = ({ rules }: Around, cycle: Cycle, { purpose, stage }: PurposedTask): boolean => {
  if (purpose !== 'acknowledgement') return false;
  if (rules.released.size > 0) return rules.released.has(stage);
  return !drawsUp(findStage(cycle.stages, stage));
};

const by = ({ who }: Around, { completedBy }: PurposedTask) =>
  completedBy === null ? null : who(completedBy);

function acknowledgementOf(around: Around, task: PurposedTask): Acknowledgement {
  const { title, state, completedAt } = task;
  const nothing = { title, at: null, by: null, comment: null, countsAt: null };
  if (state === 'open') return { ...nothing, state: 'waiting', countsAt: endsAt(around, task) };
  if (state === 'completed') {
    const given = formSchemas.acknowledgement.safeParse(JSON.parse(task.result ?? 'null')).data;
    const comment = given?.comment ?? null;
    return { ...nothing, state: given?.decision ?? 'signed', at: completedAt, by: by(around, task), comment };
  }
  const line = leftIn(around, task);
  const isTime = line?.type.startsWith('timer.') === true;
  return { ...nothing, state: isTime ? 'deemed-received' : 'closed', at: line?.at ?? null };
}

export const acknowledgementsOf = (around: Around, cycle: Cycle): Acknowledgement[] =>
  around.tasks
    .filter((task) => isOfRating(around, cycle, task))
    .map((task) => acknowledgementOf(around, task));

/** What was written, whatever the fields of its form are called. */
function groundsOf({ result }: PurposedTask): string | null {
  const given: unknown = JSON.parse(result ?? 'null');
  if (typeof given !== 'object' || given === null) return null;
  const texts = Object.values(given).filter((value) => typeof value === 'string');
  return texts.length > 0 ? texts.join('\n') : null;
}

function disputeOf(around: Around, task: PurposedTask): Dispute {
  const nothing = { until: task.dueAt ?? endsAt(around, task), at: null, by: null, grounds: null };
  if (task.state === 'open') return { ...nothing, state: 'open' };
  if (task.state === 'completed')
    return {
      ...nothing,
      state: 'raised',
      at: task.completedAt,
      by: by(around, task),
      grounds: groundsOf(task),
    };
  return { ...nothing, state: 'lapsed', at: leftIn(around, task)?.at ?? null };
}

export const disputesOf = (around: Around): Dispute[] =>
  around.tasks.filter(({ purpose }) => purpose === 'dispute').map((task) => disputeOf(around, task));
