// When what is typed is sent or said to be kept: half a second after the last word, or at once when the form is left before.
import { useEffect, useRef, useState } from 'react';

const idleMs = 500;

export interface Keeper {
  typed(): void;
  leave(): void;
  /** Keeps nothing of what waits: it was sent, or is discarded. */
  drop(): void;
  /** There are words after which no pause came yet. */
  waits(): boolean;
}
interface Parts {
  keep(leaving: boolean): void;
  /** Calls once after the pause; the answer cancels it. */
  later(work: () => void): () => void;
}

export function makeKeeper({ keep, later }: Parts): Keeper {
  let cancel: (() => void) | null = null;
  const stop = (): boolean => {
    const waited = cancel !== null;
    cancel?.();
    cancel = null;
    return waited;
  };
  return {
    typed() {
      stop();
      cancel = later(() => {
        cancel = null;
        keep(false);
      });
    },
    leave() {
      if (stop()) keep(true);
    },
    drop: () => void stop(),
    waits: () => cancel !== null,
  };
}

const afterPause = (work: () => void): (() => void) => {
  const timer = setTimeout(work, idleMs);
  return () => clearTimeout(timer);
};

/** The keeper of the form that calls it; leaving the form or the page loses no last words. */
export function useKeeper(keep: (leaving: boolean) => void): Keeper {
  const latest = useRef(keep);
  latest.current = keep;
  const [keeper] = useState(() =>
    makeKeeper({ keep: (leaving) => latest.current(leaving), later: afterPause }),
  );
  useEffect(() => {
    window.addEventListener('pagehide', keeper.leave);
    return () => {
      window.removeEventListener('pagehide', keeper.leave);
      keeper.leave();
    };
  }, [keeper]);
  return keeper;
}
