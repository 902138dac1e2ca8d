// The worker of the check: a cycle in, its problems out.
import { type CheckWork, performCheck } from './check-work.ts';

self.addEventListener('message', ({ data }: MessageEvent<CheckWork>) => {
  self.postMessage(performCheck(data));
});
