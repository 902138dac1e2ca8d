// What is to be done before the person is signed out, such as sending what waits in the page.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type LastWorks, makeLastWorks, type Work } from './last-works.ts';

const Context = createContext<LastWorks | null>(null);

export function BeforeSignOut({ children }: { children: ReactNode }) {
  const [works] = useState(() => makeLastWorks());
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

export function useDoBeforeSignOut(): () => Promise<void> {
  const works = useContext(Context);
  return async () => works?.doAll();
}
