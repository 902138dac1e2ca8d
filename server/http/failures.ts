// How failures are answered: what is expected says what to do, what is not says nothing of the inside.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../deps.ts';
import { ProblemError, toProblemDocument } from '../problem.ts';
import { StoreUnavailableError } from '../store/store.ts';
import type { Env } from './router.ts';

function toProblemError(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreUnavailableError) return new ProblemError('unavailable', error.message);
  if (error instanceof HTTPException && error.status === 413)
    return new ProblemError('too-large', 'Send a smaller body.');
  if (error instanceof HTTPException && error.status < 500)
    return new ProblemError('bad-request', 'The body is not valid JSON; nothing was changed.');
  return null;
}

type Ports = Pick<Deps, 'log' | 'ids'>;

/** By which the log is searched for what an answer told of. */
const nameRequest = ({ ids }: Pick<Ports, 'ids'>): string => ids.next('req');

export const onError = (ports: Ports) => (error: Error, c: Context<Env>) => {
  const requestId = nameRequest(ports);
  const known = toProblemError(error);
  if (!known || error instanceof StoreUnavailableError)
    ports.log.error({ err: error, requestId }, 'request failed');
  const problem = toProblemDocument(
    known ??
      new ProblemError(
        'unexpected',
        'The request could not be completed. It was logged; try again, or name the request id to support.',
      ),
    requestId,
  );
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  const wait = problem.retryAfter ?? (problem.status === 503 ? 5 : null);
  if (wait !== null) headers['retry-after'] = String(wait);
  return c.body(JSON.stringify(problem), problem.status as 500, headers);
};

export const onNotFound = (ports: Pick<Ports, 'ids'>) => (c: Context<Env>) => {
  const problem = toProblemDocument(
    new ProblemError('not-found', `There is nothing at ${c.req.path}.`),
    nameRequest(ports),
  );
  return c.body(JSON.stringify(problem), 404, { 'content-type': 'application/problem+json' });
};
