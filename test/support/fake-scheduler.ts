// A scheduler that waits for nobody: the test says when time has passed.
import type { Scheduler } from '../../server/runtime/ports.ts';

export function makeFakeScheduler() {
  const waiting = new Set<{ work: () => void }>();
  const scheduler: Scheduler = {
    after(_, work) {
      const entry = { work };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
  };
  /** Runs all that waits now. */
  const elapse = () => {
    for (const entry of [...waiting]) {
      waiting.delete(entry);
      entry.work();
    }
  };
  return { scheduler, elapse, waiting: () => waiting.size };
}
