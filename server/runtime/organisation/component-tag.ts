// A component as an HTTP entity tag: another one whenever anything of it changes.
import { createHash } from 'node:crypto';
import type { Component } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

export function tagOfComponent(component: Component): string {
  const text = JSON.stringify(Object.entries(component).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** @throws ProblemError stale when it is not the one that was read. */
export function requireTag(component: Component, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === tagOfComponent(component)) return;
  throw new ProblemError(
    'stale',
    `“${component.name}” has changed since you read it. Nothing was changed, and what you wrote is kept: look at both and send it again.`,
  );
}
