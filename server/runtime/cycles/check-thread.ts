// Counts the errors of cycles in a thread of its own, which ends when nothing has been left to count for a while.
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { AskedErrors } from './error-counts.ts';

/** Milliseconds: to begin a thread costs most of a second, and who draws saves again and again. */
const KEPT = 60_000;

/** Of the server's surroundings it is told only where compiled code is kept. */
const surroundings = (): Record<string, string> => {
  const folder = getCompileCacheDir();
  return folder ? { NODE_COMPILE_CACHE: folder } : {};
};

const program = new URL('./check-worker.ts', import.meta.url);

interface Waiting {
  resolve: (errors: number) => void;
  reject: (error: Error) => void;
}

export interface CheckThread {
  count(asked: AskedErrors): Promise<number>;
  /** Nobody waits for what is still being counted. */
  end(): Promise<void>;
}

export function makeCheckThread(): CheckThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let given = 0;
  let ending: NodeJS.Timeout | undefined;
  const end = async (): Promise<void> => {
    clearTimeout(ending);
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };
  const start = (): Worker => {
    const worker = new Worker(program, { env: surroundings() });
    worker.on('message', ({ number, errors }: { number: number; errors: number }) => {
      waiting.get(number)?.resolve(errors);
      waiting.delete(number);
      if (waiting.size === 0) ending = setTimeout(end, KEPT).unref();
    });
    worker.on('error', (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      void end();
    });
    // A server that is told to stop does not wait for a figure in a list. Last, since who listens to it waits for it.
    worker.unref();
    return worker;
  };
  return {
    end,
    count: (asked) =>
      new Promise((resolve, reject) => {
        given += 1;
        waiting.set(given, { resolve, reject });
        clearTimeout(ending);
        thread ??= start();
        thread.postMessage({ number: given, asked });
      }),
  };
}
