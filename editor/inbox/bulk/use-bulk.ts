// Acts on many tasks: held, sent as one request, and what each task answered.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BulkAnswer } from '../../app/api/wire.ts';
import { told, toldFailure } from '../../app/parts/told.ts';
import { habits, t } from '../../language/index.ts';
import type { Holding } from '../holding/use-hold.ts';
import { type BulkAct, doneWords, heldWords, outlivesPage, sendAct } from './bulk-acts.ts';

/** One key can move fifty tasks: these can be taken back also by who wants no time for a form. */
const usualSeconds = 10;

export interface Refused {
  act: BulkAct;
  answer: BulkAnswer;
}

/** A task that somebody is only reminded of stays in the list. */
const hides = ({ wish, tasks }: BulkAct): string[] =>
  wish.act === 'remind' ? [] : tasks.map(({ id }) => id);

export function useBulk(hold: Holding) {
  const client = useQueryClient();
  const [refused, setRefused] = useState<Refused | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const send = async (act: BulkAct, leaving: boolean) => {
    try {
      const answer = await sendAct(act, leaving);
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
  return {
    refused,
    clear: () => setRefused(null),
    take: (act: BulkAct) => {
      setRefused(null);
      hold.take({
        key: act.key,
        words: heldWords(act),
        milliseconds: 1000 * (habits.undoSeconds || usualSeconds),
        hides: hides(act),
        send: (leaving) => send(act, leaving),
      });
      if (!outlivesPage(act)) hold.sendNow();
    },
  };
}
