// What is worth a remark about a goal, and where it stands, in words.
import type { Goal } from '../../engine/index.ts';
import type { GoalGroup } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';

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
