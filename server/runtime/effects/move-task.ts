// Puts a task's due date off, or brings it back: whoever has it keeps it, and is reminded by the new date.
import { type Effect, type JsonObject, localDateOf } from '../../../engine/index.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { listOpenTasks, setOpenTasksDue } from '../../store/queries/step-tasks.ts';
import { deleteTaskTimers } from '../../store/queries/timers.ts';
import type { Applying } from './applying.ts';
import { tellPersons } from './notify.ts';
import { watchTask } from './open-task.ts';

type MoveTaskEffect = Extract<Effect, { type: 'move-task' }>;

/** In which the new day is meant; told with the change. */
const zoneOf = ({ to }: JsonObject): string =>
  typeof to === 'object' && to !== null && 'zone' in to && typeof to.zone === 'string' ? to.zone : 'UTC';

/** The day that they were given is in a mail or in a diary: whoever has the task hears of the new one. */
async function tellNewDay(applying: Applying, { key, activation, dueAt }: MoveTaskEffect, index: number) {
  const { db, plan, event } = applying;
  const zone = zoneOf(event.data);
  const open = await listOpenTasks(db, { planId: plan.id, key, activation });
  const [first] = open;
  const people = [...new Set(open.flatMap(({ assigneeId }) => assigneeId ?? []))];
  if (!first?.dueAt || people.length === 0) return;
  const [was, is] = [first.dueAt, dueAt].map((instant) => localDateOf(instant, zone));
  if (was === is) return;
  const message = `“${first.title}” is due on ${is} and not on ${was}: other days are worked there now.`;
  await tellPersons(applying, { people, message, index });
}

export async function moveTask(applying: Applying, effect: MoveTaskEffect, index: number): Promise<void> {
  const { db, plan, event, at } = applying;
  const { key, activation, dueAt } = effect;
  const stay = { planId: plan.id, name: key, activation };
  if (event.type === 'calendar.changed') await tellNewDay(applying, effect, index);
  await setOpenTasksDue(db, { planId: plan.id, key, activation }, { dueAt, at });
  await deleteTaskTimers(db, stay);
  await watchTask(applying, effect, index);
  await appendFeed(db, {
    at,
    type: 'task.moved',
    planId: plan.id,
    componentId: plan.componentId,
    data: { key, dueAt },
  });
}
