// The order and the address of the inbox: late first, then by due instant; what has no date is last.

import type { Task } from '../app/api/wire.ts';
import { type DueSection, dueOf } from '../app/words/due.ts';
import { t } from '../language/index.ts';

export interface Section {
  id: DueSection;
  name: string;
  tasks: Task[];
}
const names: [DueSection, string][] = [
  ['late', t('Late')],
  ['today', t('Today')],
  ['this-week', t('This week')],
  ['later', t('Later')],
];

const byDue = (a: Task, b: Task): number => {
  if (a.dueAt !== b.dueAt) return (a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

const contains = (task: Task, text: string): boolean => {
  const all = `${task.title} ${task.componentName} ${task.stageName}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** Sections without tasks are left out. */
export function toSections(
  tasks: Task[],
  { now, zone, text }: { now: string; zone: string; text: string },
): Section[] {
  const shown = tasks.filter((task) => contains(task, text)).sort(byDue);
  return names
    .map(([id, name]) => ({
      id,
      name,
      tasks: shown.filter((task) => dueOf(task.dueAt, now, zone).section === id),
    }))
    .filter(({ tasks: some }) => some.length > 0);
}

/** The neighbour of a task in the order shown; without one the first. */
export function neighbour(tasks: Task[], id: string | undefined, step: 1 | -1): Task | undefined {
  const index = tasks.findIndex((task) => task.id === id);
  if (index < 0) return tasks[0];
  return tasks[Math.min(tasks.length - 1, Math.max(0, index + step))];
}

export interface InboxSearch {
  tab: string;
  q: string;
  forOthers: boolean;
}
/** What the address says of the list; the usual is left unsaid. */
export const toSearch = ({ tab, q, forOthers }: InboxSearch): { tab?: string; q?: string; for?: string } => ({
  ...(forOthers ? { for: 'others' } : {}),
  ...(tab === 'todo' ? {} : { tab }),
  ...(q === '' ? {} : { q }),
});
