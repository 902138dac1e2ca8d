// A plan's revision as an HTTP entity tag.
import { ProblemError } from '../problem.ts';

export const tagOf = (revision: number): string => `"${revision}"`;

/** @throws ProblemError bad-request when If-Match is not a revision; `*` and no header match any. */
export function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const revision = /^(?:W\/)?"(\d+)"$/.exec(ifMatch)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new ProblemError(
    'bad-request',
    'If-Match takes the ETag that the plan was read with, such as "3"; nothing was changed.',
  );
}
