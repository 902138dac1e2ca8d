// The worker: one piece of work in, its outcome or the reason why there is none out.
import { perform, type Work } from './work.ts';

self.addEventListener('message', ({ data }: MessageEvent<Work>) => {
  try {
    self.postMessage({ kind: 'done', outcome: perform(data) });
  } catch (error) {
    self.postMessage({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
});
