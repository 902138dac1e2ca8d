// Text on its way into the document: applied as it is typed, as soon as it is seen, one burst of typing one undo step.
// What the document refuses stays in the field, with the reason.
import { useEffect, useRef, useState } from 'react';
import type { Applied } from '../document/command.ts';
import { makeAfterPaint } from './after-paint.ts';

/** A pause this long, in milliseconds, ends a burst. */
const pause = 1000;

interface Draft {
  text: string;
  /** The document's value when it was typed. */
  over: string;
  refusal: string | null;
}

export function useDraft(
  place: string,
  value: string,
  apply: (text: string, burst: string) => Applied | null,
) {
  const [draft, setDraft] = useState<Draft | null>(null);
  // It is named after where it began: the place of an id changes with each letter.
  const typing = useRef({ burst: '', at: 0 });
  const [{ later, now }] = useState(() => makeAfterPaint());
  useEffect(() => now, [now]);
  // Once the document says the same the draft has ended: an undo of it must not bring it back.
  useEffect(() => {
    setDraft((held) => (held && held.refusal === null && held.text === value ? null : held));
  }, [value]);
  const current = draft && draft.over === value ? draft : null;
  const type = (text: string, timeStamp: number) => {
    if (timeStamp - typing.current.at > pause) typing.current.burst = `${place} ${timeStamp}`;
    typing.current.at = timeStamp;
    const { burst } = typing.current;
    setDraft({ text, over: value, refusal: current?.refusal ?? null });
    later(() => {
      const result = apply(text, burst);
      setDraft({ text, over: value, refusal: result?.kind === 'refused' ? result.reason : null });
    });
  };
  /** What comes next is an undo step of its own. */
  const rest = () => {
    now();
    typing.current.at = 0;
  };
  return {
    text: current?.text ?? value,
    refusal: current?.refusal ?? null,
    type,
    rest,
    leave: () => {
      rest();
      setDraft((left) => (left?.refusal ? left : null));
    },
  };
}
