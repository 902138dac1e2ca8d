// The state of the draft in words, always with what was kept.
import { RequestError } from '../app/api/request.ts';
import { clockTime } from '../app/words/due.ts';
import type { SaveState } from './autosave.ts';

/** What this browser does for what the server does not have yet. */
export type Keeping = 'kept' | 'full' | 'blocked';

const keepingWords: Record<Keeping, string> = {
  kept: 'It is kept in this browser.',
  full: 'This browser has no room to keep it: leave this page open.',
  blocked: 'This browser keeps nothing: leave this page open.',
};

function reasonOf(error: unknown): string {
  return error instanceof RequestError ? error.problem.detail : 'The server has a fault; it is tried again.';
}

export function saveWords(state: SaveState, keeping: Keeping, onLine: boolean): string {
  switch (state.kind) {
    case 'saved':
      return state.at ? `Saved · ${clockTime(state.at)}` : 'Saved';
    case 'waiting':
    case 'saving':
      return keeping === 'kept' ? 'Saving…' : `Saving… ${keepingWords[keeping]}`;
    case 'conflict':
      return `Not saved: somebody else changed the draft. ${keepingWords[keeping]}`;
    case 'signed-out':
      return `Not saved: you are signed out. ${keepingWords[keeping]}`;
    case 'offline':
      return `Not saved: ${onLine ? 'the server does not answer' : 'you are offline'}. ${keepingWords[keeping]}`;
    case 'failed':
    case 'refused':
      return `Not saved: ${reasonOf(state.error)} ${keepingWords[keeping]}`;
    default:
      return state satisfies never;
  }
}
