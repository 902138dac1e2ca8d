// A thread that counts the errors of the cycles that it is given, one after the other. Nothing of the server is within its
// reach.
import { parentPort } from 'node:worker_threads';
import { type AskedErrors, countErrorsHere } from './error-counts.ts';

parentPort?.on('message', ({ number, asked }: { number: number; asked: AskedErrors }) => {
  parentPort?.postMessage({ number, errors: countErrorsHere(asked) });
});
