// A task that was completed is open again, because somebody with the right to it granted that. Only as long as the plan
// stands where it stood: what came of the completion elsewhere cannot be taken back. ADR 0063.
import { z } from 'zod';
import { instantSchema } from '../../model/time.ts';
import type { Draft, Happening } from './draft.ts';
import { workOf } from './stay.ts';
import { openUntil, type StageTask } from './tasks.ts';

export const taskReopened = 'plan.task-reopened';

/** At least so long there is for it, whenever it was due first. */
const LEAST = '2bd';

const reopeningSchema = z.object({
  key: z.string(),
  stage: z.string(),
  activation: z.int(),
  dueAt: instantSchema.nullable(),
});
type Reopening = z.infer<typeof reopeningSchema>;

const reopeningIn = ({ type, data }: Happening): Reopening | null => {
  const read = type === taskReopened ? reopeningSchema.safeParse(data) : null;
  return read?.success ? read.data : null;
};

function taskIn(draft: Draft, { stage, key }: Reopening): StageTask | undefined {
  const placed = draft.active.has(stage) ? draft.index.get(stage) : undefined;
  const work = placed && workOf(stage, placed.stage, { place: placed.place, top: placed.parent === null });
  return work?.tasks.find((task) => task.key === key);
}

/** Whether the happening opens a task again, given that no transition waits for it. */
export const reopens = (happening: Happening): boolean => reopeningIn(happening) !== null;

export function reopenTask(draft: Draft, happening: Happening): void {
  const given = reopeningIn(happening);
  const stageTask = given && taskIn(draft, given);
  if (!stageTask || Object.hasOwn(draft.plan.tasks, given.key)) return;
  const { stage, activation } = given;
  const { at, facts } = draft.situation;
  const least = draft.time.addSpan(at, LEAST, facts.calendar);
  const dueAt = given.dueAt === null || least === null || given.dueAt > least ? given.dueAt : least;
  openUntil(draft, stageTask, { stage, activation, dueAt });
}
