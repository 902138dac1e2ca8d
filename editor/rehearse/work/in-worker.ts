// Asks a worker for something heavy, so that the page stays quick. One worker for one piece of work: to give it up is
// to end the worker.
import { retell, t } from '../../language/index.ts';
import type { Outcomes, Work } from './work.ts';

export function inWorker<Kind extends Work['kind']>(
  work: Extract<Work, { kind: Kind }>,
  signal?: AbortSignal,
): Promise<Outcomes[Kind]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rehearse-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.addEventListener('message', ({ data }) => {
      end();
      if (data.kind === 'done') resolve(data.outcome);
      else reject(new Error(retell(data.why)));
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message || t('This could not be worked out in the browser.')));
    });
    signal?.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.postMessage(work);
  });
}
