// What a body may be, before any route reads it: JSON, small enough, not too deep, and without the keys
// that reach for an object's prototype.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../problem.ts';
import type { Env } from './router.ts';

const KB = 1024;
const GREATEST_DEPTH = 32;

/** Greatest body by path, most particular first. */
const limits: [path: RegExp, bytes: number][] = [
  [/^\/api\/v1\/imports(\/|$)/, 25 * KB * KB],
  [/^\/api\/v1\/cycles\//, KB * KB],
  [/^\/api\/v1\/shadows$/, KB * KB],
  [/^\/api\/v1\/launches$/, 4 * KB * KB],
  [/^/, 256 * KB],
];

/** What is within it is within every limit, wherever it is sent. */
const LEAST_LIMIT = Math.min(...limits.map(([, bytes]) => bytes));

const limitOf = (path: string): number => limits.find(([pattern]) => pattern.test(path))?.[1] ?? 256 * KB;

/** The length that the request names; Node's parser holds it to that. Null when it names none. */
function lengthOf(c: Context<Env>): number | null {
  const length = c.req.header('content-length');
  return length === undefined || c.req.header('transfer-encoding') ? null : Number(length);
}

const limitTo = (maxSize: number): MiddlewareHandler<Env> =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(
        'too-large',
        `The body is larger than ${Math.floor(maxSize / KB)} KB, the most that is taken here; nothing was changed.`,
      );
    },
  });

/** Puts the limit before the handler, as one layer: only a body that does not name its length is counted as it comes. */
export function limitBodies(handler: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  return (c, next) => {
    const length = lengthOf(c);
    if (length !== null && length <= LEAST_LIMIT) return handler(c, next);
    const maxSize = limitOf(c.req.path);
    if (length !== null && length <= maxSize) return handler(c, next);
    return limitTo(maxSize)(c, async () => {
      const answer = await handler(c, next);
      if (answer instanceof Response) c.res = answer;
    });
  };
}

const bad = (detail: string) => new ProblemError('bad-request', `${detail} Nothing was changed.`);

/** @throws ProblemError bad-request when the value is too deep or has a key that reaches for a prototype. */
function checkValue(value: unknown, depth: number, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > GREATEST_DEPTH) throw bad(`The body is nested deeper than ${GREATEST_DEPTH} levels.`);
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}/${key}`;
    const reaches =
      key === '__proto__' ||
      (key === 'constructor' &&
        typeof inner === 'object' &&
        inner !== null &&
        Object.hasOwn(inner, 'prototype'));
    if (reaches) throw bad(`The key at ${place} is not allowed.`);
    checkValue(inner, depth + 1, place);
  }
}

/** Gives what the text says. */
export function checkJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bad(`The body is not valid JSON: ${error instanceof Error ? error.message : 'unknown reason'}.`);
  }
  checkValue(value, 1, '');
  return value;
}

const isJson = (mediaType: string): boolean => /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(mediaType);

/** @throws ProblemError unsupported-media-type, bad-request. */
export async function requireJson(c: Context<Env>): Promise<void> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  if (lengthOf(c) === null && c.req.raw.body === null) return;
  const text = await c.req.text();
  if (text === '') return;
  const mediaType = c.req.header('content-type') ?? '';
  if (!isJson(mediaType))
    throw new ProblemError(
      'unsupported-media-type',
      'Send the body as “Content-Type: application/json”; nothing was changed.',
    );
  const value = checkJson(text);
  if (mediaType === 'application/json') c.set('plainJson', value);
}
