// A plan's revision as an HTTP entity tag.
import { ProblemError } from '../problem.ts';

/** How routes describe it. It is read as it came: to validate one header, all of a request's would be copied. */
export const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag that the plan was read with: another revision by now, and nothing happens.',
  schema: { type: 'string' },
} as const;

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
