// Advice on a text while it is written: looked for when the writer pauses, with rules that are loaded for the first of them.
import { useEffect, useState } from 'react';
import { type Advice, loadWording, type WordingDraft } from '../../../engine/index.ts';

const PAUSE = 400;

export interface Advised {
  advice: Advice[];
  /** The text that the advice is about; it may be behind what is written by now. */
  about: string;
}

const nothing: Advised = { advice: [], about: '' };

/** `context` has to stay the same object as long as it says the same. */
export function useAdvice(text: string, context: Omit<WordingDraft, 'text'>): Advised {
  const [advised, setAdvised] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { adviseWording } = await loadWording();
      if (isCurrent) setAdvised({ advice: adviseWording({ ...context, text }), about: text });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, context]);
  return advised;
}
