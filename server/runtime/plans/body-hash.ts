// The hash of what an event says: sent again with the same id it must say the same.
import { hash } from 'node:crypto';
import type { Json, PlanEvent } from '../../../engine/index.ts';

/** Keys in one order, so that the same data gives the same text however it was written. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

export const bodyHash = ({ type, data }: Omit<PlanEvent, 'id'>): string =>
  hash('sha256', JSON.stringify([type, inOrder(data)]), 'base64url');
