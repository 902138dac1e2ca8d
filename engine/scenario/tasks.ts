// Open tasks beside what a scenario says of them: all of them, who has them, and when they are due.
import type { OpenTaskEffect } from '../model/effect.ts';
import type { Then } from '../model/scenario.ts';
import { shownDay } from './days.ts';
import type { Play } from './play.ts';
import type { Unmet } from './unmet.ts';

type ExpectedTask = NonNullable<Then['tasks']>[string];

/** How an open task was opened: the plan keeps only when it is due. */
function openingOf({ plan, effects }: Play, key: string): OpenTaskEffect | null {
  const activation = plan.tasks[key]?.activation;
  const opening = effects.findLast(
    (effect) => effect.type === 'open-task' && effect.key === key && effect.activation === activation,
  );
  return opening?.type === 'open-task' ? opening : null;
}

const orNone = (texts: readonly string[]): string => texts.join(', ') || 'none';

function unmetTask(play: Play, key: string, wanted: ExpectedTask): Unmet[] {
  const opening = openingOf(play, key);
  if (!opening) return [];
  const { calendar } = play.facts;
  const unmet: Unmet[] = [];
  const compare = (part: string, want: string, found: string): void => {
    if (want !== found)
      unmet.push({
        place: `tasks/${key}/${part}`,
        message: `The ${part} of ${key} should be ${want}; it is ${found}.`,
      });
  };
  if (wanted.assignee !== undefined) compare('assignee', wanted.assignee, opening.assignee);
  if (wanted.due !== undefined) {
    const found = opening.dueAt === null ? 'none' : shownDay(opening.dueAt, wanted.due, calendar);
    compare('due', wanted.due ?? 'none', found);
  }
  if (wanted.remind !== undefined) {
    const found = opening.reminders.map((at, index) =>
      shownDay(at, wanted.remind?.[index] ?? null, calendar),
    );
    compare('remind', orNone(wanted.remind), orNone(found));
  }
  if (wanted.escalate !== undefined) {
    const found = opening.escalations.map(
      ({ at, to }, index) => `${shownDay(at, wanted.escalate?.[index]?.at ?? null, calendar)} to ${to}`,
    );
    compare('escalate', orNone(wanted.escalate.map(({ at, to }) => `${at} to ${to}`)), orNone(found));
  }
  return unmet;
}

export function unmetTasks(play: Play, wanted: NonNullable<Then['tasks']>): Unmet[] {
  const open = Object.keys(play.plan.tasks);
  const missing = Object.keys(wanted).filter((key) => !open.includes(key));
  const extra = open.filter((key) => !Object.hasOwn(wanted, key));
  const found = orNone(open);
  return [
    ...missing.map((key) => ({
      place: `tasks/${key}`,
      message: `The task ${key} should be open. Open: ${found}.`,
    })),
    ...extra.map((key) => ({
      place: 'tasks',
      message: `The task ${key} is open, and the scenario does not say so.`,
    })),
    ...Object.entries(wanted).flatMap(([key, task]) => unmetTask(play, key, task)),
  ];
}
