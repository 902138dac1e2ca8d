// The state of the draft in words.
import { RequestError } from '../app/api/request.ts';
import { clockTime } from '../app/words/due.ts';
import type { SaveState } from './autosave.ts';

export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at ? `Draft saved ${clockTime(state.at)}` : 'Draft saved';
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'conflict':
      return 'Not saved: somebody else changed the draft';
    case 'failed':
      return state.error instanceof RequestError && state.error.status === 0
        ? 'Not saved: the server does not answer. It is tried again with your next change.'
        : 'Not saved';
  }
}
