// The state of the draft in words, always with what was kept.
import { RequestError } from '../app/api/request.ts';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import type { SaveState } from './save-state.ts';

/** What this browser does for what the server does not have yet. */
export type Keeping = 'kept' | 'full' | 'blocked';

const keepingWords: Record<Keeping, string> = {
  kept: t('It is kept in this browser.'),
  full: t('This browser has no room to keep it: leave this page open.'),
  blocked: t('This browser keeps nothing: leave this page open.'),
};

function reasonOf(error: unknown): string {
  return error instanceof RequestError
    ? error.problem.detail
    : t('The server has a fault; it is tried again.');
}

const offlineWords = (onLine: boolean): string =>
  onLine ? t('Not saved: the server does not answer.') : t('Not saved: you are offline.');

export function saveWords(state: SaveState, keeping: Keeping, onLine: boolean): string {
  switch (state.kind) {
    case 'saved':
      return state.at ? t('Saved · {time}', { time: clockTime(state.at) }) : t('Saved');
    case 'waiting':
    case 'saving':
      return keeping === 'kept' ? t('Saving…') : `${t('Saving…')} ${keepingWords[keeping]}`;
    case 'conflict':
      return `${t('Not saved: somebody else changed the draft.')} ${keepingWords[keeping]}`;
    case 'signed-out':
      return `${t('Not saved: you are signed out.')} ${keepingWords[keeping]}`;
    case 'offline':
      return `${offlineWords(onLine)} ${keepingWords[keeping]}`;
    case 'failed':
    case 'refused':
      return `${t('Not saved: {reason}', { reason: reasonOf(state.error) })} ${keepingWords[keeping]}`;
    default:
      return state satisfies never;
  }
}
