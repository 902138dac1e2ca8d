// Sends one signed request and says how the receiver answered. Follows no redirect and keeps nothing of the
// answer's body: what a receiver says must not become a way to look into a network.
import { Agent, request } from 'undici';
import { ForbiddenTargetError, type GuardOptions, makeGuardedConnector } from './target-guard.ts';

export type Answer =
  | { kind: 'answered'; status: number; retryAfter: string | undefined }
  | { kind: 'unreachable'; problem: string }
  /** It was stopped from here before there was an answer. */
  | { kind: 'stopped' };

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Poster {
  post(given: Post, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

const TIMEOUT = 15_000;
const MOST_READ = 64 * 1024;

const codes: Record<string, string> = {
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver cut the connection.',
  ENOTFOUND: 'The receiver’s name cannot be found.',
  EAI_AGAIN: 'The receiver’s name cannot be looked up for the moment.',
  UND_ERR_CONNECT_TIMEOUT: 'The receiver did not take the connection in time.',
  UND_ERR_HEADERS_TIMEOUT: 'The receiver did not answer within 15 seconds.',
  UND_ERR_BODY_TIMEOUT: 'The receiver did not finish its answer within 15 seconds.',
};

function problemOf(error: unknown): string {
  if (error instanceof ForbiddenTargetError) return error.message;
  if (!(error instanceof Error)) return 'The receiver could not be reached.';
  if (error.name === 'TimeoutError') return 'The receiver did not answer within 15 seconds.';
  const code = 'code' in error ? String(error.code) : '';
  return codes[code] ?? `The receiver could not be reached${code ? ` (${code})` : ''}.`;
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

export function makePoster(options: GuardOptions): Poster {
  const dispatcher = new Agent({
    connect: makeGuardedConnector(options),
    connections: 4,
    headersTimeout: TIMEOUT,
    bodyTimeout: TIMEOUT,
    maxHeaderSize: MOST_READ,
  });
  return {
    async post({ url, headers, body }, signal) {
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
        const answer = await request(url, { dispatcher, method: 'POST', headers, body, signal: limit });
        const { statusCode: status, headers: given } = answer;
        await answer.body.dump({ limit: MOST_READ, signal: limit }).catch(() => undefined);
        return { kind: 'answered', status, retryAfter: firstOf(given['retry-after']) };
      } catch (error) {
        return signal.aborted ? { kind: 'stopped' } : { kind: 'unreachable', problem: problemOf(error) };
      }
    },
    close: () => dispatcher.destroy(),
  };
}
