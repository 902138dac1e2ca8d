// What is held in the inbox: sent once its time is over, or when the inbox or the page is left.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { heldTasksQuery } from '../../app/api/task-queries.ts';
import { useBeforeSignOut } from '../../app/parts/before-sign-out.tsx';
import { type Hold, type HoldState, makeHold } from './hold.ts';

export interface HeldAct {
  key: string;
  title?: string;
  words: string;
  milliseconds: number;
  /** The tasks that the list leaves out meanwhile. */
  hides: readonly string[];
  /** Tells itself what became of it; `leaving`: the request outlives the page. */
  send(leaving: boolean): Promise<void>;
  undone?: () => void;
}

export interface Holding {
  held: HeldAct | null;
  /** Tasks of what is held, or sent and not answered. */
  hidden: ReadonlySet<string>;
  take: (act: HeldAct) => void;
  undo: () => void;
  sendNow: () => void;
}

const afterItsTime = (work: () => void, { milliseconds }: HeldAct): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

const hiddenBy = ({ held, underWay }: HoldState<HeldAct>): string[] =>
  [...(held ? [held] : []), ...underWay].flatMap(({ hides }) => hides);

export function useHold(): Holding {
  const client = useQueryClient();
  const [state, setState] = useState<HoldState<HeldAct>>({ held: null, underWay: [] });
  const hold = useRef<Hold<HeldAct> | null>(null);
  useBeforeSignOut(async () => hold.current?.sendNow());
  useEffect(() => {
    let leaving = false;
    const made = makeHold<HeldAct>({
      send: (act) => act.send(leaving),
      later: afterItsTime,
      report: (next) => {
        setState(next);
        // Also once the inbox is left: until the answer is there, nobody counts them.
        client.setQueryData(heldTasksQuery.queryKey, hiddenBy(next));
      },
    });
    hold.current = made;
    const leave = () => {
      leaving = true;
      void made.sendNow();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      hold.current = null;
      void made.sendNow();
    };
  }, [client]);
  const hidden = useMemo(() => new Set(hiddenBy(state)), [state]);
  return {
    held: state.held,
    hidden,
    // The inbox was left while the form was being tried: there is nothing to wait for.
    take: (act) => (hold.current ? hold.current.take(act) : void act.send(false)),
    undo: () => hold.current?.undo()?.undone?.(),
    sendNow: () => void hold.current?.sendNow(),
  };
}
