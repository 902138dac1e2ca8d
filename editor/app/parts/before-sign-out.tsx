// What is to be done before the person is signed out, such as sending what waits in the page.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

type Work = () => Promise<void>;
interface Works {
  /** The answer takes it back. */
  add(work: Work): () => void;
  doAll(): Promise<void>;
}

function makeWorks(): Works {
  const works = new Set<Work>();
  return {
    add(work) {
      works.add(work);
      return () => void works.delete(work);
    },
    async doAll() {
      await Promise.all([...works].map((work) => work()));
    },
  };
}

const Context = createContext<Works | null>(null);

export function BeforeSignOut({ children }: { children: ReactNode }) {
  const [works] = useState(makeWorks);
  return <Context value={works}>{children}</Context>;
}

/** `work` is awaited before signing out, for as long as the caller is shown. */
export function useBeforeSignOut(work: Work): void {
  const works = useContext(Context);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => works?.add(() => latest.current()), [works]);
}

export function useDoBeforeSignOut(): Work {
  const works = useContext(Context);
  return async () => works?.doAll();
}
