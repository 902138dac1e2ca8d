// Advice on a text while it is written: looked for when the writer pauses, with rules that are loaded for the first of them.
import { useEffect, useState } from 'react';
import { type Advice, loadWording, type Subject, type WordingDraft } from '../../../engine/index.ts';

const PAUSE = 400;

export interface Advised {
  advice: Advice[];
  /** The text that the advice is about; it may be behind what is written by now. */
  about: string;
}

const nothing: Advised = { advice: [], about: '' };

export type WordingContext = Omit<WordingDraft, 'text'>;

/** What cannot be sent, without the advice, of a text about this. */
export interface HarmOnly {
  of: Subject;
}

/** `context` has to stay the same object as long as it says the same. */
export function useAdvice(text: string, context: WordingContext | HarmOnly): Advised {
  const [advised, setAdvised] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      if (text.trim() === '') return setAdvised(nothing);
      const { adviseWording, findHarm } = await loadWording();
      const advice = 'of' in context ? findHarm({ ...context, text }) : adviseWording({ ...context, text });
      if (isCurrent) setAdvised({ advice, about: text });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, context]);
  return advised;
}
