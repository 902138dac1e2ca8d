// Idempotency-Key on POST: the same request sent again gets the same answer and has no second effect.
// The key is stored before the request is worked on: one that a crash cut off is never done twice unasked.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import {
  answerKeyed,
  deleteKeyed,
  deleteKeyedBefore,
  findKeyed,
  insertKeyed,
  type KeyedRequest,
  UNANSWERED,
} from '../store/queries/idempotency.ts';
import type { IdempotencyRow } from '../store/schema/records.ts';
import type { Env } from './router.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const kept = ['content-type', 'etag', 'location'];

interface Answer {
  body: string;
  headers: Record<string, string>;
}

function replay(row: IdempotencyRow, bodyHash: string): Response {
  if (row.bodyHash !== bodyHash)
    throw new ProblemError(
      'key-reused',
      'This Idempotency-Key came with another body before; nothing was changed. Use a new key for a new request.',
    );
  if (row.status === UNANSWERED)
    throw new ProblemError(
      'conflict',
      'The first request with this Idempotency-Key was cut off. Look whether it took effect; if not, send it with a new key.',
    );
  const { body, headers }: Answer = JSON.parse(row.answer);
  return new Response(body, { status: row.status, headers: { ...headers, 'idempotency-replayed': 'true' } });
}

const secretNotice =
  'The secret was shown in the first answer and is not kept for a repeated one. Who did not keep it removes this and makes it anew.';

/** What is told only once is told in the first answer, and not lying about for days. */
function withoutSecret(text: string): string {
  if (!text.includes('"secret"')) return text;
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || !('secret' in body)) return text;
  return JSON.stringify({ ...body, secret: null, secretNotice });
}

async function toAnswer(response: Response): Promise<Answer> {
  const headers = kept.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const text = await response.clone().text();
  return { body: isJson ? withoutSecret(text) : text, headers: Object.fromEntries(headers) };
}

/** The stored row of an earlier request with the key, or null when this one is now the first. */
const begin = ({ store, clock }: Deps, request: KeyedRequest, bodyHash: string) =>
  store.commit(async (db) => {
    const at = clock.now();
    await deleteKeyedBefore(db, new Date(Date.parse(at) - KEPT_MS).toISOString());
    const known = await findKeyed(db, request);
    if (!known) await insertKeyed(db, { ...request, bodyHash, at });
    return known;
  });

/** What a failure of ours answers is not kept: the request may be tried again with the same key. */
const settle = ({ store }: Deps, request: KeyedRequest, status: number, answer: Answer) =>
  store.commit((db) =>
    status >= 500
      ? deleteKeyed(db, request)
      : answerKeyed(db, request, { status, answer: JSON.stringify(answer) }),
  );

export function idempotency(deps: Deps): MiddlewareHandler<Env> {
  const underWay = new Set<string>();
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || key === undefined) return next();
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw new ProblemError('bad-request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
    const { search } = new URL(c.req.url);
    const request = { actor: c.var.actor.id, route: `${c.req.path}${search}`, key };
    const name = JSON.stringify(request);
    if (underWay.has(name))
      throw new ProblemError('conflict', 'The first request with this Idempotency-Key is still under way.', {
        retryAfter: 1,
      });
    underWay.add(name);
    try {
      const bodyHash = createHash('sha256')
        .update(await c.req.text())
        .digest('hex');
      const known = await begin(deps, request, bodyHash);
      if (known) return replay(known, bodyHash);
      await next();
      await settle(deps, request, c.res.status, await toAnswer(c.res));
    } finally {
      underWay.delete(name);
    }
  };
}
