// What a form says about the draft of what is typed into it.
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';

/** sent: the server has it · waiting: this computer has it · refused: neither keeps it; null: nothing was typed yet. */
export type Saved = { kind: 'sent' | 'waiting'; at: string } | { kind: 'refused' } | null;

export const savedWords = (saved: Saved): string => {
  switch (saved?.kind) {
    case 'refused':
      return t('This browser keeps no drafts: finish before you leave.');
    case 'waiting':
      return t('Kept on this computer, not sent yet · {saved}', { saved: clockTime(saved.at) });
    case 'sent':
      return t('Draft saved · {saved}', { saved: clockTime(saved.at) });
    default:
      return t('What you type is saved for you.');
  }
};
