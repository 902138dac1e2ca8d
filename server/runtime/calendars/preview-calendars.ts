// What another calendar means for open tasks whose time is counted in working days. The day that somebody was given stays
// theirs; which would be another if it were opened under the new calendar is said before it is kept.
import { addSpan, type Component, localDateOf, type Stage } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listDatedTasks } from '../../store/queries/dated-tasks.ts';
import type { Db } from '../../store/schema.ts';
import type { Calendars } from '../organisation/calendars.ts';
import { findStage } from '../tasks/find-stage.ts';
import { effectiveCalendars } from './list-calendars.ts';

export interface DueDayChange {
  id: string;
  title: string;
  component: { id: string; name: string };
  /** The day that it has, which stays. */
  day: string;
  /** The day that it would get. */
  wouldBe: string;
}
export interface CalendarPreview {
  /** Components that would work by other days than now. */
  components: number;
  /** Open tasks there whose time is counted in working days. */
  tasks: number;
  differ: number;
  /** The first of those, by day. */
  first: DueDayChange[];
}
export interface World {
  components: readonly Component[];
  calendars: Calendars;
}

const FIRST = 5;
const countsWorkingDays = (span: string): boolean => /\dbd$/.test(span);

const dueOf = (stage: Stage | null, key: string): string | undefined =>
  stage && 'tasks' in stage ? stage.tasks?.[key]?.due : undefined;

/** Where the days that are worked differ; the year is enough to tell, since a rule holds for all years or names its days. */
function changedComponents(before: World, after: World, years: readonly number[]): Set<string> {
  const now = effectiveCalendars(before.components);
  const then = effectiveCalendars(after.components);
  return new Set(
    [...then].flatMap(([id, { lineage }]) => {
      const old = now.get(id)?.lineage ?? [];
      const same = years.every(
        (year) =>
          JSON.stringify(before.calendars.of(old, year)) ===
          JSON.stringify(after.calendars.of(lineage, year)),
      );
      return same ? [] : [id];
    }),
  );
}

export async function previewCalendars(
  { cycles, clock }: Pick<Deps, 'cycles' | 'clock'>,
  db: Db,
  { before, after }: { before: World; after: World },
): Promise<CalendarPreview> {
  const year = Number(clock.now().slice(0, 4));
  const changed = changedComponents(before, after, [year, year + 3]);
  const [now, then] = [effectiveCalendars(before.components), effectiveCalendars(after.components)];
  let tasks = 0;
  const differ: DueDayChange[] = [];
  for (const task of await listDatedTasks(db)) {
    if (!changed.has(task.componentId)) continue;
    const compiled = await cycles.find(db, task.cycleId, task.version);
    const span = compiled ? dueOf(findStage(compiled.cycle.stages, task.stage), task.key) : undefined;
    if (!span || !countsWorkingDays(span)) continue;
    tasks += 1;
    const dayBy = (world: World, lineage: readonly Component[]): string => {
      const calendar = world.calendars.of(lineage, Number(task.openedAt.slice(0, 4)));
      return localDateOf(addSpan(task.openedAt, span, calendar), calendar.zone);
    };
    const was = dayBy(before, now.get(task.componentId)?.lineage ?? []);
    const is = dayBy(after, then.get(task.componentId)?.lineage ?? []);
    if (was === is) continue;
    const component = { id: task.componentId, name: task.componentName };
    differ.push({ id: task.id, title: task.title, component, day: was, wouldBe: is });
  }
  const first = differ.toSorted((a, b) => (a.day < b.day ? -1 : 1)).slice(0, FIRST);
  return { components: changed.size, tasks, differ: differ.length, first };
}
