// CYC-16: deadlines count working days, and nobody is asked for more in a week than a week holds.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { replace } from '../fixes/edits.ts';
import { type Directory, nameOfPerson, peopleFor } from '../people/directory.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';
import { daysOfSpan } from './lengths.ts';

/** From four weeks on weekends even out. */
const longPhase = 28;

function calendarDays({ task, stage, place }: TaskAt): Problem[] {
  const { due } = task;
  const days = due === undefined || !/^P(\d+[WD])+$/.test(due.trim()) ? null : daysOfSpan(due);
  if (days === null || days <= 0 || days >= longPhase) return [];
  const span = `${Math.max(1, Math.round((days * 5) / 7))}bd`;
  const message = `"${due}" counts weekends and holidays, so that the task may fall due on one. Use working days, such as ${span}.`;
  const problem = makeProblem('CYC-16', 'warning', { place: `${place}/due`, stage }, message);
  return [{ ...problem, fixes: [{ title: `Give ${span}`, commands: [replace(`/${place}/due`, span)] }] }];
}

interface Load {
  person: string;
  components: number;
  minutes: number;
}

/** Launched at once, a task comes for all components in the same days. */
function heaviestLoad({ task }: TaskAt, directory: Directory): Load | null {
  const minutes = task.minutes ?? 0;
  const days = task.due === undefined ? null : daysOfSpan(task.due);
  const weeks = Math.max(7, days ?? 7) / 7;
  const counts = new Map<string, number>();
  for (const component of directory.subjects) {
    for (const person of peopleFor(directory, component, task.assignee) ?? [])
      counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const loads = [...counts].map(([person, components]) => ({
    person,
    components,
    minutes: (components * minutes) / weeks,
  }));
  return loads.sort((a, b) => b.minutes - a.minutes)[0] ?? null;
}

/** A day of five: the rest of the week is for the work itself. */
export const defaultWeeklyMinutes = 480;

function load(at: TaskAt, directory: Directory, limit: number): Problem[] {
  if (at.task.minutes === undefined || at.task.assignee.startsWith('role:')) return [];
  const heaviest = heaviestLoad(at, directory);
  if (heaviest === null || heaviest.minutes <= limit) return [];
  const hours = (minutes: number): string => (minutes / 60).toFixed(1).replace(/\.0$/, '');
  const message = `${nameOfPerson(directory, heaviest.person)} would get this task for ${heaviest.components} components: ${hours(heaviest.minutes)} hours a week where ${hours(limit)} are foreseen. Give it more time, or more people.`;
  return [makeProblem('CYC-16', 'warning', { place: at.place, stage: at.stage }, message)];
}

export function checkFeasibility(
  view: ChartView,
  directory: Directory | null,
  limit = defaultWeeklyMinutes,
): Problem[] {
  const tasks = tasksAt(view.stages);
  return [
    ...tasks.flatMap(calendarDays),
    ...(directory === null ? [] : tasks.flatMap((task) => load(task, directory, limit))),
  ];
}
