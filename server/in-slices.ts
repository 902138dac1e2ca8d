// Long work on the one thread that answers everybody: whoever else waits has a turn between two slices.
import { setImmediate } from 'node:timers/promises';
import type { Slices } from '../engine/index.ts';

export const letOthers = (): Promise<void> => setImmediate();

export async function inSlices<Result>(slices: Slices<Result>): Promise<Result> {
  let slice = slices.next();
  while (!slice.done) {
    await letOthers();
    slice = slices.next();
  }
  return slice.value;
}
