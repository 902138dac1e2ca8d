// Counts attempts by key in windows of time, so that passwords cannot be guessed: by address and by account.
// Kept in memory and bounded: the keys whose window is over go first, then the oldest.
import type { Instant } from '../../engine/index.ts';

const WINDOW_MS = 15 * 60 * 1000;
const GREATEST_COUNT = 10_000;

export interface Attempts {
  /** Counts one attempt; the seconds to wait when there were too many, else null. */
  count(key: string, limit: number): number | null;
  forget(key: string): void;
}

export function makeAttempts(clock: { now(): Instant }): Attempts {
  const windows = new Map<string, { count: number; endsAt: number }>();
  const makeRoom = (at: number) => {
    for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
    for (const key of windows.keys()) {
      if (windows.size < GREATEST_COUNT) return;
      windows.delete(key);
    }
  };
  return {
    count: (key, limit) => {
      const at = Date.parse(clock.now());
      const known = windows.get(key);
      const window = known && known.endsAt > at ? known : { count: 0, endsAt: at + WINDOW_MS };
      if (window !== known) {
        if (windows.size >= GREATEST_COUNT) makeRoom(at);
        windows.set(key, window);
      }
      window.count += 1;
      return window.count > limit ? Math.ceil((window.endsAt - at) / 1000) : null;
    },
    forget: (key) => windows.delete(key),
  };
}
