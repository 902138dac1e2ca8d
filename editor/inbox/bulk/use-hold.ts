// The act that is held, sent after its ten seconds or when the page is left, and what it was answered.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BulkAnswer } from '../../app/api/wire.ts';
import { told, toldFailure } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import { type BulkAct, doneWords, sendAct } from './bulk-acts.ts';
import { HOLD_MS, type Hold, makeHold } from './hold.ts';

export interface Refused {
  act: BulkAct;
  answer: BulkAnswer;
}

export function useHold() {
  const client = useQueryClient();
  const [held, setHeld] = useState<BulkAct | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const shown = useRef(true);
  const leaving = useRef(false);
  const hold = useRef<Hold<BulkAct> | null>(null);

  const send = async (act: BulkAct) => {
    try {
      const answer = await sendAct(act, leaving.current);
      await client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['plans'] });
      if (answer.done > 0) told(doneWords(act.wish, answer.done));
      if (answer.refused === 0) return;
      if (shown.current) setRefused({ act, answer });
      else
        told(
          t('{count, plural, one {# task} other {# tasks}} stayed as they were.', { count: answer.refused }),
        );
    } catch (error) {
      toldFailure(error);
      await client.invalidateQueries({ queryKey: ['tasks'] });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one hold for as long as the list is shown.
  useEffect(() => {
    shown.current = true;
    const made = makeHold<BulkAct>({
      send: (act) => void send(act),
      later: (work) => {
        const timer = setTimeout(work, HOLD_MS);
        return () => clearTimeout(timer);
      },
      report: (act) => shown.current && setHeld(act),
    });
    hold.current = made;
    const leave = () => {
      leaving.current = true;
      made.sendNow();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      shown.current = false;
      made.sendNow();
    };
  }, []);
  return {
    held,
    refused,
    take: (act: BulkAct) => {
      setRefused(null);
      hold.current?.take(act);
    },
    undo: () => void hold.current?.undo(),
    sendNow: () => hold.current?.sendNow(),
    clear: () => setRefused(null),
  };
}
