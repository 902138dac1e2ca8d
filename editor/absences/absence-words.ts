// What absences are called on the screens.
import type { TaskKind } from '../../engine/index.ts';
import type { Absence, NewAbsence } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';
import { formWords } from '../panels/task-presets.ts';

export const kindWords: Record<NonNullable<NewAbsence['kind']>, string> = {
  holiday: t('Holiday'),
  illness: t('Illness'),
  family: t('Family'),
  training: t('Training'),
  other: tAs('reason', 'Other'),
};

/** A day alone is named once. */
export const daysWords = ({ from, to }: Pick<Absence, 'from' | 'to'>): string => {
  if (to === null) return t('From {day}, for good', { day: shortDate(from) });
  return from === to ? shortDate(from) : t('{from} to {to}', { from: shortDate(from), to: shortDate(to) });
};

export const taskKindWords = (kind: TaskKind): string =>
  kind === 'own-form' ? t('Forms of a cycle’s own') : formWords[kind];
