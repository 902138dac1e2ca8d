// When a task is soon due for who has it: two of their own working days ahead, in the zone and with the public holidays
// of what they answer for. Who answers for nothing works by the calendar of the task's component.
import { addSpan, type Calendar, type Component, localDateOf, startOfDay } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';

export interface DueFacts {
  /** Of the assignee. */
  zone: string;
  /** From then on the task is soon due. */
  soonAt: string | null;
}

const SOON = '-2bd';

async function homeLineage(db: Db, personId: string): Promise<Component[] | null> {
  for (const { id: componentId } of await listOwnedBy(db, personId)) {
    const lineage = await lineageOf(db, componentId);
    if (lineage.some(({ zone, holidayRegion }) => zone !== null || holidayRegion !== null)) return lineage;
  }
  return null;
}

/** The whole day counts: what is due on Wednesday evening is soon due from Monday's first hour. */
export const soonDueAt = (dueAt: string, calendar: Calendar): string =>
  startOfDay(localDateOf(addSpan(dueAt, SOON, calendar), calendar.zone), calendar.zone);

/** The calendars of a page of tasks: each person and component is looked up once. */
export function makeDueFacts(db: Db, { calendars }: Pick<Deps, 'calendars'>) {
  const homes = new Map<string, Component[] | null>();
  const places = new Map<string, Component[]>();
  const kept = async <T>(map: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const found = await read();
    map.set(key, found);
    return found;
  };
  return async (task: Pick<TaskInContext, 'assigneeId' | 'componentId' | 'dueAt'>): Promise<DueFacts> => {
    const { assigneeId, componentId, dueAt } = task;
    const home = assigneeId && (await kept(homes, assigneeId, () => homeLineage(db, assigneeId)));
    const lineage = home || (await kept(places, componentId, () => lineageOf(db, componentId)));
    const calendar = calendars.of(lineage, Number((dueAt ?? '1970').slice(0, 4)));
    return { zone: calendar.zone, soonAt: dueAt && soonDueAt(dueAt, calendar) };
  };
}
