// CYC-11: at most three reminders of a task a week, the first of them before it is due.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { replace } from '../fixes/edits.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';
import { daysOfSpan } from './lengths.ts';

const perWeek = 3;

/** Those that fall into the fullest week. */
function fullestWeek(days: readonly number[]): number {
  return Math.max(0, ...days.map((first) => days.filter((day) => day >= first && day < first + 7).length));
}

function remindersOf({ task, stage, place }: TaskAt): Problem[] {
  const given = task.remind ?? [];
  const days = given.map(daysOfSpan).filter((day) => day !== null);
  if (days.length === 0 || days.length < given.length) return [];
  const at = { place: `${place}/remind`, stage };
  const say = (message: string, title: string, remind: string[]): Problem[] => [
    {
      ...makeProblem('CYC-11', 'warning', at, message),
      fixes: [{ title, commands: [replace(`/${place}/remind`, remind)] }],
    },
  ];
  const first = 'Remind once, a day before it is due';
  if (Math.min(...days) >= 0)
    return say('The first reminder comes when the task is due already. Remind before, such as -2bd.', first, [
      '-1bd',
    ]);
  const most = fullestWeek(days);
  if (most <= perWeek) return [];
  return say(
    `${most} reminders fall into one week; from the fourth on nobody reads them. Keep three at most.`,
    'Remind three working days and one before it is due',
    ['-3bd', '-1bd'],
  );
}

export const checkReminders = (view: ChartView): Problem[] => tasksAt(view.stages).flatMap(remindersOf);
