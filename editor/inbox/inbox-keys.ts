// The keys of the inbox, in one table: their list and the help of the page come from it.
import { t } from '../language/index.ts';

export const inboxKeys: readonly [key: string, words: string][] = [
  [t('j or ↓'), t('Next task')],
  [t('k or ↑'), t('Previous task')],
  ['Enter', t('Into the form of the task')],
  ['e', t('Do the task: the same as its button')],
  ['x', t('Pick the task for an act on several')],
  [t('Shift x'), t('Pick all from the one picked last')],
  ['s', t('Snooze: out of the list until later')],
  ['a', t('Give the task to somebody else')],
  ['z', t('Take back what was just sent')],
  [t('Esc'), t('Close the task')],
  ['/', t('Search')],
  ['g i, g p, g o, g a', t('To the inbox, the plans, the organisation, the reports')],
  [t('Ctrl K'), t('Go anywhere')],
  ['F1', t('Help for this page')],
  ['?', t('This list')],
];
