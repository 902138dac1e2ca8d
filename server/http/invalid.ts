// What a schema finds wrong with a request, as the problem that it is answered with.
import type { z } from 'zod';
import { ProblemError } from '../problem.ts';

const toPointer = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** `target` is the part of the request, as the library names it. */
export function toInvalid(error: z.ZodError, target: string): ProblemError {
  const part = target === 'json' ? 'body' : target;
  const errors = error.issues.map((issue) => ({ pointer: toPointer(issue.path), detail: issue.message }));
  return new ProblemError(
    'invalid',
    `The ${part} has ${errors.length === 1 ? 'a problem' : 'problems'}; nothing was changed.`,
    {
      errors,
    },
  );
}
