// Counts the errors of cycles in a thread of its own, which ends as soon as nothing is left to count.
import { Worker } from 'node:worker_threads';
import type { AskedErrors } from './error-counts.ts';

const program = new URL('./check-worker.ts', import.meta.url);

interface Waiting {
  resolve: (errors: number) => void;
  reject: (error: Error) => void;
}

export function makeCheckThread(): (asked: AskedErrors) => Promise<number> {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let given = 0;
  const end = (): void => {
    void thread?.terminate();
    thread = null;
  };
  const start = (): Worker => {
    const worker = new Worker(program, { env: {} });
    // A server that is told to stop does not wait for a figure in a list.
    worker.unref();
    worker.on('message', ({ number, errors }: { number: number; errors: number }) => {
      waiting.get(number)?.resolve(errors);
      waiting.delete(number);
      if (waiting.size === 0) end();
    });
    worker.on('error', (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      end();
    });
    return worker;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      given += 1;
      waiting.set(given, { resolve, reject });
      thread ??= start();
      thread.postMessage({ number: given, asked });
    });
}
