// One way to the server: JSON in, JSON out, and every "no" a RequestError that says what to do.
import type { ProblemDocument } from '../../../server/problem.ts';
import { retell, t } from '../../language/index.ts';
import { saidInWords } from '../words/due.ts';

export class RequestError extends Error {
  readonly status: number;
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = 'RequestError';
    this.status = problem.status;
    this.problem = problem;
  }
}

export interface Answer<Body> {
  body: Body;
  etag: string | null;
}
interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The request outlives the page. */
  keepalive?: boolean;
}

const offline = (cause: unknown) =>
  new RequestError(
    {
      type: 'offline',
      title: t('The server does not answer'),
      status: 0,
      detail: t('The server does not answer. What you typed is kept; try again when you are connected.'),
    },
    { cause },
  );
const unreadable = (status: number): ProblemDocument => ({
  type: 'unreadable',
  title: t('The answer cannot be read'),
  status,
  detail: t(
    'The server answered {status} without saying why. Try again; if it stays so, tell an administrator.',
    { status },
  ),
});

const isProblem = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'detail' in value && 'status' in value;

/** The server speaks English. */
const retold = (problem: ProblemDocument): ProblemDocument => ({
  ...problem,
  title: retell(problem.title),
  detail: saidInWords(problem.detail),
  ...(problem.errors && {
    errors: problem.errors.map((error) => ({ ...error, detail: saidInWords(error.detail) })),
  }),
});

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (!response.ok) return null;
    throw new RequestError(unreadable(response.status), { cause });
  }
}

/** @throws RequestError for every answer that is not 2xx, and when there is none. */
export async function ask<Body>(path: string, options: Options = {}): Promise<Answer<Body>> {
  const { method = 'GET', body, headers = {}, signal, keepalive = false } = options;
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    signal,
    ...(keepalive && { keepalive }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw offline(cause);
  });
  const json = await readJson(response);
  if (!response.ok) throw new RequestError(isProblem(json) ? retold(json) : unreadable(response.status));
  // The server is the other half of this contract: its answers are typed by its own wire schemas.
  return { body: json as Body, etag: response.headers.get('etag') };
}

const base = '/api/v1';
export type Query = Record<string, string | number | boolean | undefined | null>;

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

export const get = async <Body>(path: string, query?: Query, signal?: AbortSignal): Promise<Body> =>
  (await ask<Body>(withQuery(base + path, query), { signal })).body;

/** Counts a POST once however often it is sent: keep the key while the wish is the same. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const underWay = new Map<string, Promise<Answer<unknown>>>();

/**
 * The same while it is under way is the same wish: a second click comes before it is drawn that the first was heard, and
 * would be refused because of it.
 */
export async function post<Body>(path: string, body?: unknown, key: string = newKey()): Promise<Body> {
  const wish = `${path} ${JSON.stringify(body ?? {})}`;
  const asked =
    underWay.get(wish) ??
    ask<Body>(base + path, { method: 'POST', body, headers: { 'idempotency-key': key } }).finally(() =>
      underWay.delete(wish),
    );
  underWay.set(wish, asked);
  return (await asked).body as Body;
}

export const patch = async <Body>(path: string, body: unknown, etag?: string): Promise<Body> =>
  (await ask<Body>(base + path, { method: 'PATCH', body, headers: etag ? { 'if-match': etag } : {} })).body;
