// The order and the address of the inbox: what is shown of the tasks, in which sections, and how that is said after the
// question mark. Late first, then by due instant; what has no date is last.
import type { Task } from '../app/api/wire.ts';
import { type DueSection, dueOf } from '../app/words/due.ts';
import { t } from '../language/index.ts';

export interface Section {
  id: string;
  name: string;
  tasks: Task[];
}
const dueNames: [DueSection, string][] = [
  ['late', t('Late')],
  ['today', t('Today')],
  ['this-week', t('This week')],
  ['later', t('Later')],
];

export interface InboxView {
  tab: string;
  q: string;
  /** Only those that the person works for somebody else. */
  forOthers: boolean;
  /** A section of the usual grouping, or empty. */
  due: string;
  cycle: string;
  sort: string;
  group: string;
}
export interface InboxSearch {
  tab?: string;
  q?: string;
  for?: string;
  due?: string;
  cycle?: string;
  sort?: string;
  group?: string;
}

export const readView = (search: InboxSearch): InboxView => ({
  tab: search.tab ?? 'todo',
  q: search.q ?? '',
  forOthers: search.for === 'others',
  due: search.due ?? '',
  cycle: search.cycle ?? '',
  sort: search.sort ?? 'due',
  group: search.group ?? 'due',
});

/** What the address says of the list; the usual is left unsaid. */
export const toSearch = ({ tab, q, forOthers, due, cycle, sort, group }: InboxView): InboxSearch => ({
  ...(forOthers ? { for: 'others' } : {}),
  ...(tab === 'todo' ? {} : { tab }),
  ...(q === '' ? {} : { q }),
  ...(due === '' ? {} : { due }),
  ...(cycle === '' ? {} : { cycle }),
  ...(sort === 'due' ? {} : { sort }),
  ...(group === 'due' ? {} : { group }),
});

const byDue = (a: Task, b: Task): number => {
  if (a.dueAt !== b.dueAt) return (a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};
const orders: Record<string, (a: Task, b: Task) => number> = {
  newest: (a, b) => (a.openedAt === b.openedAt ? byDue(a, b) : a.openedAt > b.openedAt ? -1 : 1),
  component: (a, b) => a.componentName.localeCompare(b.componentName) || byDue(a, b),
};

const contains = (task: Task, text: string): boolean => {
  const all = `${task.title} ${task.componentName} ${task.stageName}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};

const sectionOf = (task: Task, now: string): DueSection => dueOf(task.dueAt, now, task.dueZone).section;

export const isSnoozed = ({ snoozedUntil }: Task, now: string): boolean =>
  snoozedUntil !== null && snoozedUntil > now;

/** In the order of the view. What is put off shows only where that is asked for, until it comes back by itself. */
export function inView(tasks: readonly Task[], view: InboxView, now: string): Task[] {
  const putOff = view.tab === 'snoozed';
  return tasks
    .filter(
      (task) =>
        isSnoozed(task, now) === putOff &&
        (!view.forOthers || task.onBehalfOf !== null) &&
        (view.cycle === '' || task.cycleId === view.cycle) &&
        (view.due === '' || sectionOf(task, now) === view.due) &&
        contains(task, view.q),
    )
    .sort(orders[view.sort] ?? byDue);
}

function byName(tasks: Task[], nameOf: (task: Task) => string): Section[] {
  const groups = [...Map.groupBy(tasks, nameOf)].map(([name, some]) => ({ id: name, name, tasks: some }));
  return groups.sort((a, b) => a.name.localeCompare(b.name));
}

/** Sections without tasks are left out. */
export function toSections(tasks: readonly Task[], view: InboxView, now: string): Section[] {
  const shown = inView(tasks, view, now);
  if (view.group === 'component') return byName(shown, ({ componentName }) => componentName);
  if (view.group === 'stage') return byName(shown, ({ stageName }) => stageName);
  const bySection = Map.groupBy(shown, (task) => sectionOf(task, now));
  return dueNames.flatMap(([id, name]) => {
    const some = bySection.get(id);
    return some ? [{ id, name, tasks: some }] : [];
  });
}

/** What nobody has taken yet comes after what is one's own, and last what is for somebody whom there is not. */
export function toOffered(tasks: readonly Task[], view: InboxView, now: string): Section[] {
  const [offered, unplaced] = [false, true].map((are) =>
    inView(
      tasks.filter(({ unplaced }) => unplaced === are),
      view,
      now,
    ),
  );
  return [
    { id: 'offered', name: t('Not taken yet'), tasks: offered ?? [] },
    { id: 'unplaced', name: t('Nobody to work it'), tasks: unplaced ?? [] },
  ].filter((section) => section.tasks.length > 0);
}

/** How many of each kind there are, whatever the view is narrowed to. */
export interface Counts {
  todo: number;
  snoozed: number;
  forOthers: number;
}

/** What nobody has taken counts only among what somebody put off: it is not theirs to do yet. */
export function countsOf(own: readonly Task[], offered: readonly Task[], now: string): Counts {
  const awake = own.filter((task) => !isSnoozed(task, now));
  return {
    todo: awake.length,
    snoozed: own.length - awake.length + offered.filter((task) => isSnoozed(task, now)).length,
    forOthers: awake.filter(({ onBehalfOf }) => onBehalfOf !== null).length,
  };
}

/** The neighbour of a task in the order shown; without one the first. */
export function neighbour(tasks: Task[], id: string | undefined, step: 1 | -1): Task | undefined {
  const index = tasks.findIndex((task) => task.id === id);
  if (index < 0) return tasks[0];
  return tasks[Math.min(tasks.length - 1, Math.max(0, index + step))];
}

/** The one that takes the place of a task that leaves the list; after the last one the one before it. */
export function successor(before: readonly Task[], id: string, left: readonly Task[]): Task | undefined {
  const index = before.findIndex((task) => task.id === id);
  const still = new Map(left.map((task) => [task.id, task]));
  const onwards = [...before.slice(index + 1), ...before.slice(0, Math.max(0, index)).reverse()];
  return onwards.map((task) => still.get(task.id)).find((task) => task !== undefined) ?? left[0];
}
