// The load of managers by weeks as the grid shows it: how warm a cell is, what it says in words, and all of it as CSV.
import { csvFile, type LoadGrid } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { minutesText, shareText } from './figures.ts';

export interface LoadCell {
  person: string;
  week: string;
  tasks: number;
  minutes: number;
  /** Share of the repeats above the limit. */
  overloaded: number;
}

export const cellAt = ({ weeks, people }: LoadGrid, row: number, column: number): LoadCell | null => {
  const [line, week] = [people[row], weeks[column]];
  if (!line || week === undefined) return null;
  const [tasks = 0, minutes = 0, overloaded = 0] = [
    line.tasks[column],
    line.minutes[column],
    line.overloaded[column],
  ];
  return { person: line.person, week, tasks, minutes, overloaded };
};

/** From nothing to as much as a week can take; more is no warmer. */
export const warmth = (minutes: number, limit: number): number =>
  limit <= 0 ? 0 : Math.min(1, minutes / limit);

/** Hours in a cell are short: none is empty, less than half an hour a dot. */
export const hoursText = (minutes: number): string => {
  if (minutes <= 0) return '';
  return minutes < 30 ? '·' : String(Math.round(minutes / 60));
};

export function cellWords({ person, week, tasks, minutes, overloaded }: LoadCell, limit: number): string {
  if (minutes === 0) return t('{person}, {week}: nothing to do', { person, week });
  const about = t('{person}, {week}: {work} in the mean, {tasks, plural, one {# task} other {# tasks}}', {
    person,
    week,
    work: minutesText(minutes),
    tasks: Math.round(tasks * 10) / 10,
  });
  return overloaded === 0
    ? about
    : t('{about}; above {limit} in {share} of the repeats', {
        about,
        limit: minutesText(limit),
        share: shareText(overloaded),
      });
}

export interface PersonLine {
  person: string;
  /** Over the weeks shown. */
  minutes: number;
  fullest: LoadCell;
  /** Weeks that are above the limit in some repeat. */
  weeksOver: number;
}

/** One line for each person, behind the grid. */
export const personLines = (grid: LoadGrid): PersonLine[] =>
  grid.people.flatMap(({ person, minutes, overloaded }, row) => {
    const most = Math.max(...minutes, 0);
    const fullest = cellAt(grid, row, minutes.indexOf(most));
    if (!fullest) return [];
    return [
      {
        person,
        minutes: minutes.reduce((sum, each) => sum + each, 0),
        fullest,
        weeksOver: overloaded.filter((share) => share > 0).length,
      },
    ];
  });

const head = ['person', 'week', 'tasks', 'minutes', 'share_above_limit'];

/** Each week of each manager in which there is something to do */
export function loadCsv(grid: LoadGrid, personName: (id: string) => string): string {
  const lines = grid.people.flatMap((_, row) =>
    grid.weeks.flatMap((__, column) => {
      const cell = cellAt(grid, row, column);
      if (!cell || cell.minutes === 0) return [];
      return [[personName(cell.person), cell.week, cell.tasks, cell.minutes, cell.overloaded]];
    }),
  );
  return csvFile([head, ...lines]);
}
