// Sign-in with e-mail and password: better-auth's sessions, cookies and password hashing, for the people
// that the server knows. Nobody signs up; a sign-in is made with its person, in the same commit.
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword } from 'better-auth/crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '../store/schema.ts';
import { LONGEST_MS } from './session.ts';

/** A session ends when it was not used for this long, and in any case some hours after it began: see session.ts. */
const IDLE_SECONDS = 30 * 60;

export interface SignIns {
  /** Answers the requests under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The session that the headers carry, and whose it is; `renewed` is told each cookie to set again. */
  sessionOf(
    headers: Headers,
    renewed?: (cookie: string) => void,
  ): Promise<{ id: string; personId: string } | null>;
  /** Starts a session without a password, for the demo and for the first administrator: the cookies to set. */
  signInAs(personId: string): Promise<string[]>;
  hashPassword(password: string): Promise<string>;
}

const signInAsPlugin = {
  id: 'sign-in-as',
  endpoints: {
    // Without a path it is no route: only the server itself can call it.
    signInAs: createAuthEndpoint({ method: 'POST', body: z.object({ personId: z.string() }) }, async (c) => {
      const user = await c.context.internalAdapter.findUserById(c.body.personId);
      if (!user) throw new Error(`${c.body.personId} has no sign-in.`);
      const session = await c.context.internalAdapter.createSession(user.id);
      await setSessionCookie(c, { session, user });
      return { personId: user.id };
    }),
  },
};

export interface SignInOptions {
  db: Db;
  /** Signs the cookies; 32 random bytes or more. */
  secret: string;
  log: Logger;
  /** What browsers call the server, when it is known; otherwise the request says it. */
  baseUrl?: string | undefined;
}

export const authOptions = ({ db, secret, log, baseUrl }: SignInOptions) =>
  ({
    database: { db, type: 'sqlite' as const },
    secret,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    basePath: '/api/auth',
    user: { modelName: 'authUsers' },
    session: { modelName: 'authSessions', expiresIn: IDLE_SECONDS, updateAge: 5 * 60 },
    account: { modelName: 'authAccounts' },
    verification: { modelName: 'authVerifications' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    // Attempts are counted by server/access/attempts.ts, by address and by account.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'cyclewright',
      useSecureCookies: baseUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true },
    },
    logger: {
      level: 'warn' as const,
      log: (level: 'info' | 'success' | 'warn' | 'error' | 'debug', message: string) =>
        level === 'error' ? log.error(message) : log.debug(message),
    },
    plugins: [signInAsPlugin],
  }) satisfies Parameters<typeof betterAuth>[0];

export function makeSignIns(options: SignInOptions): SignIns {
  const auth = betterAuth(authOptions(options));
  return {
    handle: (request) => auth.handler(request),
    hashPassword,
    sessionOf: async (headers, renewed) => {
      if (!headers.get('cookie')) return null;
      const found = await auth.api.getSession({ headers, returnHeaders: true });
      const session = found.response?.session;
      if (!session || Date.now() - session.createdAt.getTime() > LONGEST_MS) return null;
      for (const cookie of found.headers.getSetCookie()) renewed?.(cookie);
      return { id: session.id, personId: session.userId };
    },
    signInAs: async (personId) => {
      const { headers } = await auth.api.signInAs({ body: { personId }, returnHeaders: true });
      return headers.getSetCookie();
    },
  };
}
