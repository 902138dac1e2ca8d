// What moves when days are counted by other calendars: open tasks and armed timers whose time is counted in working days.
// Found without a step of any plan, by the same reckoning that a plan's step does.
import {
  type Calendar,
  type Component,
  countsWorkingDays,
  localDateOf,
  recounted,
  type Stage,
  timerIdOf,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listAllComponents } from '../../store/queries/components.ts';
import { listDatedTasks, listDatedTimers } from '../../store/queries/dated-tasks.ts';
import type { Db } from '../../store/schema.ts';
import type { Calendars } from '../organisation/calendars.ts';
import { findStage } from '../tasks/find-stage.ts';
import { effectiveCalendars } from './list-calendars.ts';

export interface World {
  components: readonly Component[];
  calendars: Calendars;
}
export interface CalendarChange {
  from: Calendar;
  to: Calendar;
}
export interface DueDayChange {
  id: string;
  title: string;
  component: { id: string; name: string };
  /** The day that it has. */
  day: string;
  /** The day that it gets when it is counted again. */
  wouldBe: string;
}
export interface Moves {
  /** Components that work by other days than before. */
  changed: ReadonlyMap<string, CalendarChange>;
  /** Open tasks there whose time is counted in working days. */
  tasks: number;
  /** Those that move, by day. */
  moving: DueDayChange[];
  /** How many timers of stages move. */
  timers: number;
  /** The plans of both. */
  plans: ReadonlyMap<string, CalendarChange>;
}
/** What is past is counted no more. */
const fromDay = ({ holidays, ...calendar }: Calendar, at: string): Calendar => ({
  ...calendar,
  holidays: holidays.filter((day) => day >= localDateOf(at, calendar.zone)),
});

/** Where the days that are worked differ; the year is enough to tell, since a rule holds for all years or names its days. */
function changedCalendars(before: World, after: World, at: string): Map<string, CalendarChange> {
  const year = Number(at.slice(0, 4));
  const now = effectiveCalendars(before.components);
  const then = effectiveCalendars(after.components);
  const changed = new Map<string, CalendarChange>();
  for (const [id, { lineage }] of then) {
    const old = now.get(id)?.lineage ?? [];
    const by = (one: number): CalendarChange => ({
      from: before.calendars.of(old, one),
      to: after.calendars.of(lineage, one),
    });
    const isSame = [year, year + 3].every((one) => {
      const { from, to } = by(one);
      return JSON.stringify(from) === JSON.stringify(to);
    });
    if (isSame) continue;
    const { from, to } = by(year);
    changed.set(id, { from: fromDay(from, at), to: fromDay(to, at) });
  }
  return changed;
}

const dueOf = (stage: Stage | null, key: string): string | undefined =>
  stage && 'tasks' in stage ? stage.tasks?.[key]?.due : undefined;

function delayOf(stage: Stage | null, id: string, timer: string): string | undefined {
  const after = stage && 'after' in stage ? (stage.after ?? []) : [];
  return after.find((one, index) => timerIdOf(id, one, index) === timer)?.delay;
}

interface Placed {
  cycleId: string;
  version: number;
  stage: string;
}
interface Dated extends Placed {
  planId: string;
  componentId: string;
  dueAt: string;
}

interface Finding {
  cycles: Deps['cycles'];
  db: Db;
  at: string;
  changed: ReadonlyMap<string, CalendarChange>;
}

async function stageOf({ cycles, db }: Finding, { cycleId, version, stage }: Placed): Promise<Stage | null> {
  const compiled = await cycles.find(db, cycleId, version);
  return compiled ? findStage(compiled.cycle.stages, stage) : null;
}

/** Null: it is counted otherwise, or where days are as they were. */
function countedAgain({ changed, at }: Finding, { componentId, dueAt }: Dated, delay: string | undefined) {
  const change = changed.get(componentId);
  if (!change || delay === undefined || !countsWorkingDays(delay)) return null;
  const is = recounted(dueAt, { ...change, at });
  return { is, change, moves: is !== dueAt };
}

/** What moves among those of components whose days changed, and how many of them count working days at all. */
async function among<Item extends Dated>(
  finding: Finding,
  items: readonly Item[],
  delayOfItem: (stage: Stage | null, item: Item) => string | undefined,
) {
  const moved: { item: Item; is: string; change: CalendarChange }[] = [];
  let counted = 0;
  for (const item of items.filter(({ componentId }) => finding.changed.has(componentId))) {
    const found = countedAgain(finding, item, delayOfItem(await stageOf(finding, item), item));
    if (!found) continue;
    counted += 1;
    if (found.moves) moved.push({ item, ...found });
  }
  return { moved, counted };
}

export async function findMoves(
  { cycles, clock }: Pick<Deps, 'cycles' | 'clock'>,
  db: Db,
  { before, after }: { before: World; after: World },
): Promise<Moves> {
  const at = clock.now();
  const changed = changedCalendars(before, after, at);
  if (changed.size === 0) return { changed, tasks: 0, moving: [], timers: 0, plans: new Map() };
  const finding = { cycles, db, at, changed };
  const tasks = await among(finding, await listDatedTasks(db), (stage, { key }) => dueOf(stage, key));
  const timers = await among(finding, await listDatedTimers(db), (stage, timer) =>
    delayOf(stage, timer.stage, timer.name),
  );
  const moving = tasks.moved.map(
    ({ item: { id, title, componentId, componentName, dueAt }, is, change }) => ({
      ...{ id, title, component: { id: componentId, name: componentName } },
      day: localDateOf(dueAt, change.from.zone),
      wouldBe: localDateOf(is, change.to.zone),
    }),
  );
  return {
    changed,
    tasks: tasks.counted,
    moving: moving.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    timers: timers.moved.length,
    plans: new Map([...tasks.moved, ...timers.moved].map(({ item, change }) => [item.planId, change])),
  };
}

/** What moves since components are other than they were; nothing is read where no calendar changed. */
export async function movesAfter(
  deps: Pick<Deps, 'cycles' | 'clock' | 'calendars'>,
  db: Db,
  components: readonly Component[],
): Promise<Moves> {
  const { calendars } = deps;
  const after = { components: await listAllComponents(db), calendars };
  return findMoves(deps, db, { before: { components, calendars }, after });
}
