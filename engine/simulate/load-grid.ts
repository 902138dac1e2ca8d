// Managers by weeks: how much each has to do in each week, in the mean of the repeats, and how often it is too much.
import type { LoadGrid } from '../model/simulation-result.ts';
import { isoWeek } from '../time/civil.ts';
import type { Weeks } from './load.ts';

/** More are neither read nor sent. */
const mostPeople = 40;
const mostWeeks = 104;

interface Cell {
  tasks: number;
  minutes: number;
  over: number;
}

interface Given {
  managers: ReadonlySet<string>;
  repeats: number;
  limit: number;
}

/** By manager and week, over all repeats. */
function cellsOf({ people, weeks, tasks, minutes }: Weeks, { managers, limit }: Given) {
  const rows = new Map<string, Map<number, Cell>>();
  for (const [entry, person] of people.entries()) {
    if (!managers.has(person)) continue;
    const row = rows.get(person) ?? new Map<number, Cell>();
    rows.set(person, row);
    const week = weeks[entry] ?? 0;
    const cell = row.get(week) ?? { tasks: 0, minutes: 0, over: 0 };
    row.set(week, cell);
    cell.tasks += tasks[entry] ?? 0;
    cell.minutes += minutes[entry] ?? 0;
    if ((minutes[entry] ?? 0) > limit) cell.over += 1;
  }
  return rows;
}

const peakOf = (row: ReadonlyMap<number, Cell>): number => {
  let peak = 0;
  for (const { minutes } of row.values()) peak = Math.max(peak, minutes);
  return peak;
};

function weeksOf(rows: Iterable<ReadonlyMap<number, Cell>>): number[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows)
    for (const week of row.keys()) {
      first = Math.min(first, week);
      last = Math.max(last, week);
    }
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** A week in which a person has nothing to do in some repeats counts with nothing in those. */
export function loadGrid(all: Weeks, given: Given): LoadGrid {
  const rows = cellsOf(all, given);
  const fullest = [...rows]
    .map(([person, row]) => ({ person, row, peak: peakOf(row) }))
    .sort((a, b) => b.peak - a.peak || (a.person < b.person ? -1 : 1));
  const weeks = weeksOf(rows.values());
  const shown = weeks.slice(0, mostWeeks);
  return {
    weeks: shown.map(isoWeek),
    people: fullest.slice(0, mostPeople).map(({ person, row }) => ({
      person,
      tasks: shown.map((week) => hundredths((row.get(week)?.tasks ?? 0) / given.repeats)),
      minutes: shown.map((week) => hundredths((row.get(week)?.minutes ?? 0) / given.repeats)),
      overloaded: shown.map((week) => (row.get(week)?.over ?? 0) / given.repeats),
    })),
    peopleCount: fullest.length,
    weekCount: weeks.length,
  };
}
