// /api/auth: sign-in, sign-out and the session, answered by better-auth; its failures become problem documents.
import type { Context } from 'hono';
import { type Attempts, makeAttempts } from '../access/attempts.ts';
import { remoteAddress } from '../access/remote-address.ts';
import type { Deps } from '../deps.ts';
import { createRouter, type Env } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { hasLeft } from '../store/queries/absences.ts';
import { deleteSessionsOf, findPersonByEmail } from '../store/queries/people.ts';

const BY_ACCOUNT = 10;
const BY_ADDRESS = 100;

/** The only ones of better-auth's routes that are served. */
const paths = new Set(['/sign-in/email', '/sign-out', '/get-session', '/change-password']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

async function emailOf(c: Context<Env>): Promise<string> {
  const body: unknown = await c.req.json().catch(() => null);
  const email = isObject(body) ? body.email : null;
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 320) : '';
}

function countSignIn(attempts: Attempts, address: string | null, email: string): void {
  const waits = [
    attempts.count(`account ${email}`, BY_ACCOUNT),
    address === null ? null : attempts.count(`address ${address}`, BY_ADDRESS),
  ].filter((wait) => wait !== null);
  if (waits.length > 0)
    throw new ProblemError(
      'too-many-requests',
      `There were too many attempts to sign in. Try again in ${Math.ceil(Math.max(...waits) / 60)} minutes.`,
      { retryAfter: Math.max(...waits) },
    );
}

const nothingChanged = (detail: string, pointer?: string): ProblemError =>
  new ProblemError(
    'invalid',
    `${detail} Nothing was changed.`,
    pointer === undefined ? {} : { errors: [{ pointer, detail }] },
  );

function passwordProblem(body: unknown): ProblemError {
  const code = isObject(body) ? body.code : null;
  if (code === 'CREDENTIAL_ACCOUNT_NOT_FOUND')
    return nothingChanged(
      'You have no password yet. An administrator gives the first one, among the people.',
    );
  if (code === 'INVALID_PASSWORD')
    return nothingChanged('The password that you use now is another one.', '/currentPassword');
  return nothingChanged('The new password needs 12 to 128 characters.', '/newPassword');
}

async function toProblem(response: Response, path: string): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const said = isObject(body) && typeof body.message === 'string' ? body.message : '';
  if (path === '/sign-in/email' && response.status === 401)
    return new ProblemError('not-signed-in', 'The e-mail address or the password is not right.');
  if (path === '/change-password' && response.status === 400) return passwordProblem(body);
  if (response.status === 401) return new ProblemError('not-signed-in', 'Sign in first.');
  if (response.status === 403) return new ProblemError('not-allowed', said || 'This is not allowed.');
  if (response.status >= 500)
    return new ProblemError('unexpected', 'Signing in does not work now. Try again.');
  return new ProblemError('invalid', said || 'The request is not valid; nothing was changed.');
}

/** Who may have learned the old password is signed out with it. */
function withOthersEnded(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? JSON.stringify({ ...body, revokeOtherSessions: true }) : text;
  } catch {
    return text;
  }
}

/** `email` of who has just signed in, whose session ends with it; empty for any other request. @throws ProblemError not-allowed. */
async function refuseWhoHasLeft(store: Deps['store'], email: string): Promise<void> {
  if (email === '') return;
  const hadLeft = await store.commit(async (db) => {
    const person = await findPersonByEmail(db, email);
    if (!person || !(await hasLeft(db, person.id))) return false;
    await deleteSessionsOf(db, person.id);
    return true;
  });
  if (hadLeft)
    throw new ProblemError(
      'not-allowed',
      'This sign-in has ended, because its person has left. Ask HR when that is not right.',
    );
}

export function auth({ signIns, clock, store }: Deps) {
  const attempts = makeAttempts(clock);
  return createRouter().all('/*', async (c) => {
    const path = c.req.path.replace(/^\/api\/auth/, '');
    if (!paths.has(path)) throw new ProblemError('not-found', `There is nothing at ${c.req.path}.`);
    const email = path === '/sign-in/email' ? await emailOf(c) : '';
    if (path === '/sign-in/email') countSignIn(attempts, remoteAddress(c), email);
    const text = c.req.method === 'POST' ? await c.req.text() : null;
    const body = text && path === '/change-password' ? withOthersEnded(text) : text;
    const response = await signIns.handle(
      new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: body || null }),
    );
    if (!response.ok) throw await toProblem(response, path);
    await refuseWhoHasLeft(store, email);
    attempts.forget(`account ${email}`);
    return response;
  });
}
