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

export const systemClock: Clock = { now: () => new Date().toISOString() };
export const systemIds: Ids = { next: (prefix) => `${prefix}_${randomBytes(16).toString('base64url')}` };
