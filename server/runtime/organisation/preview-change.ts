// What a change of a component would bring: made in a transaction that is always undone, so that it is what the real
// change does and not a guess of it.
import type { Component } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listAllComponents, updateComponent } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listWorkingBelow } from '../../store/queries/hand-over.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import type { Db } from '../../store/schema.ts';
import { movesAfter } from '../calendars/find-moves.ts';
import { type CalendarPreview, toPreview } from '../calendars/recount-days.ts';
import type { MovedTask } from '../hand-over/listed-tasks.ts';
import { moveTasks } from '../hand-over/move-tasks.ts';
import { standingsBelow } from '../hand-over/standings.ts';
import { resolveAssignees } from './assignees.ts';
import { calendarOf } from './component-calendar.ts';
import { readChange } from './organisation.ts';
import { plansGoingOn } from './plans-going-on.ts';

interface Ref {
  id: string;
  name: string;
}
export interface ChangePreview {
  /** Components at and below it that have a plan under way. */
  plans: number;
  /** Plans of it that go on past the last day that it is given. */
  goingOn: { count: number; first: { planId: string; cycleName: string; owner: Ref | null }[] };
  tasks: { id: string; title: string; component: Ref; from: Ref | null; to: Ref | null }[];
  calendars: { component: Ref; from: CalendarFacts; to: CalendarFacts }[];
  dueDays: CalendarPreview;
}
interface CalendarFacts {
  zone: string;
  holidayRegion: string | null;
}

type Working = Map<string, { name: string; calendar: CalendarFacts }>;

async function workingBelow(
  { calendars }: Pick<Deps, 'calendars'>,
  db: Db,
  { componentId, year }: { componentId: string; year: number },
): Promise<Working> {
  const working: Working = new Map();
  for (const id of await listWorkingBelow(db, componentId)) {
    const lineage = await lineageOf(db, id);
    const { zone, holidayRegion } = calendarOf(calendars, lineage, year);
    working.set(id, { name: lineage[0]?.name ?? id, calendar: { zone, holidayRegion } });
  }
  return working;
}

const differ = (a: CalendarFacts, b: CalendarFacts): boolean =>
  a.zone !== b.zone || a.holidayRegion !== b.holidayRegion;

function calendarsChanged(before: Working, after: Working): ChangePreview['calendars'] {
  return [...after].flatMap(([id, { name, calendar: to }]) => {
    const from = before.get(id)?.calendar;
    return from && differ(from, to) ? [{ component: { id, name }, from, to }] : [];
  });
}

async function tasksMoved(
  db: Db,
  moved: readonly MovedTask[],
  working: Working,
): Promise<ChangePreview['tasks']> {
  const people = moved.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null);
  const names = await namesOf(db, [...new Set(people)]);
  const ref = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? id });
  return moved.map(({ taskId, title, componentId, from, to }) => ({
    id: taskId,
    title,
    component: { id: componentId, name: working.get(componentId)?.name ?? componentId },
    from: ref(from),
    to: ref(to),
  }));
}

const FIRST_PLANS = 5;

async function goingOnAfter(
  deps: Deps,
  db: Db,
  change: { before: Component; after: Component },
): Promise<ChangePreview['goingOn']> {
  const plans = await plansGoingOn(deps, db, change);
  const [ownerId] = await resolveAssignees(db, change.after.id, 'owner');
  const names = await namesOf(db, ownerId === undefined ? [] : [ownerId]);
  const owner = ownerId === undefined ? null : { id: ownerId, name: names.get(ownerId) ?? ownerId };
  const first = plans.slice(0, FIRST_PLANS);
  return {
    count: plans.length,
    first: first.map(({ plan, cycleName }) => ({ planId: plan.id, cycleName, owner })),
  };
}

async function tryChange(deps: Deps, db: Db, id: string, patch: Partial<Component>): Promise<ChangePreview> {
  const at = deps.clock.now();
  const year = Number(at.slice(0, 4));
  const components = await listAllComponents(db);
  const before = await workingBelow(deps, db, { componentId: id, year });
  const { component, changed } = await readChange(db, id, patch);
  await updateComponent(db, changed, { at, by: 'system' });
  const after = await workingBelow(deps, db, { componentId: id, year });
  const moved: MovedTask[] = [];
  for (const [componentId, standing] of await standingsBelow(db, id))
    moved.push(...(await moveTasks(db, { componentId, standing, at })));
  return {
    plans: after.size,
    goingOn: await goingOnAfter(deps, db, { before: component, after: changed }),
    tasks: await tasksMoved(db, moved, after),
    calendars: calendarsChanged(before, after),
    dueDays: toPreview(await movesAfter(deps, db, components)),
  };
}

/** @throws ProblemError as the change itself would. */
export const previewChange = (deps: Deps, id: string, patch: Partial<Component>): Promise<ChangePreview> =>
  deps.store.rehearse((db) => tryChange(deps, db, id, patch));
