// The only sources of time and chance in the server. Tests give others.
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../engine/index.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new random id of 128 bits with a prefix that tells its kind, such as tsk_… */
  next(prefix: string): string;
}

/** Many ask within one millisecond, and to write it down is most of the work. */
function makeSystemClock(): Clock {
  let told = 0;
  let text = '';
  return {
    now: () => {
      const now = Date.now();
      if (now !== told) text = new Date(now).toISOString();
      told = now;
      return text;
    },
  };
}

export const systemClock: Clock = makeSystemClock();

/** Random bytes are fetched for many ids at once: fetching them is most of the work. */
function makeSystemIds(): Ids {
  const size = 16;
  let bytes = randomBytes(0);
  let used = 0;
  return {
    next(prefix) {
      if (used >= bytes.length) {
        bytes = randomBytes(size * 128);
        used = 0;
      }
      const own = bytes.subarray(used, used + size);
      used += size;
      return `${prefix}_${own.toString('base64url')}`;
    },
  };
}

export const systemIds: Ids = makeSystemIds();

/** The only source of waiting. A test gives one whose time it moves itself. */
export interface Scheduler {
  /** Calls `work` once after the delay, which may be long; the answer cancels it. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Node fires longer delays at once, so nothing waits longer than this before it looks again. */
const LONGEST_DELAY = 2 ** 31 - 1;

export const systemScheduler: Scheduler = {
  after(milliseconds, work) {
    const handle = setTimeout(work, Math.min(milliseconds, LONGEST_DELAY));
    return () => clearTimeout(handle);
  },
};
