// What is worth a remark about a goal, and where it stands, in words.
import type { Goal } from '../../engine/index.ts';
import type { GoalGroup } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { listText, t, tAs } from '../language/index.ts';

export type GoalLine = GoalGroup['lines'][number];

export const remarkWords: Record<GoalLine['remarks'][number], string> = {
  hollow: t('Hollow: nothing measures it'),
  'no-standard': t('No standard yet'),
  orphan: t('Orphan: serves no goal above'),
  'no-dimension': t('No dimension'),
};

export const statusWords: Record<Goal['status'], string> = {
  open: tAs('adjective', 'open'),
  met: t('met'),
  stopped: t('stopped'),
  waived: t('waived'),
};

/** Its own days, and what kind of goal it is, where that was said. */
export const natureWords = ({ start, due, multiCycle, learning, stretch, paid }: Goal): string[] =>
  [
    start && t('from {day}', { day: shortDate(start) }),
    due && t('due {day}', { day: shortDate(due) }),
    multiCycle && t('over several periods'),
    learning && t('learning goal'),
    stretch && t('stretch goal'),
    paid && t('moves pay'),
  ].filter((words): words is string => typeof words === 'string' && words !== '');

/** Null: it serves none. `unseen`: how many it serves that the reader may not see. */
export function servedWords(titles: readonly string[], unseen: number): string | null {
  const named = titles.map((title) => t('“{title}”', { title }));
  const hidden = t('{count, plural, one {a goal} other {# goals}} that you may not see', { count: unseen });
  const all = unseen > 0 ? [...named, hidden] : named;
  return all.length > 0 ? t('Serves {goals}', { goals: listText(all) }) : null;
}
