// What is to be done before the person is signed out: all of it at once, and no longer than anybody would wait.
export type Work = () => Promise<unknown>;

const longestMs = 5_000;

export interface LastWorks {
  /** The answer takes it back. */
  add(work: Work): () => void;
  /** Settles when all is done, failed, or takes too long: what could not be sent is kept where it was written. */
  doAll(): Promise<void>;
}

/** Calls once after so long; the answer cancels it. */
type Later = (work: () => void, milliseconds: number) => () => void;

const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

export function makeLastWorks(afterwards: Later = later): LastWorks {
  const works = new Set<Work>();
  return {
    add(work) {
      works.add(work);
      return () => void works.delete(work);
    },
    async doAll() {
      const done = Promise.allSettled([...works].map((work) => work()));
      await new Promise<void>((resolve) => {
        const cancel = afterwards(resolve, longestMs);
        void done.then(() => {
          cancel();
          resolve();
        });
      });
    },
  };
}
