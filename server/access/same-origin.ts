// Requests that another site made a browser send are refused: by where they say they come from, and,
// while the server is for this computer only, by the name that they call it.
import type { Context, MiddlewareHandler } from 'hono';
import { boundedMemo } from '../bounded-memo.ts';
import { isLoopback } from '../config.ts';
import type { Site } from '../deps.ts';
import type { Env } from '../http/router.ts';
import { ProblemError } from '../problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

const refused = (detail: string) => new ProblemError('not-allowed', detail);

/** A name that is not ours but resolves to this computer is how a foreign page would get in. */
function checkHost(url: URL, site: Site): void {
  const own = site.baseUrl ? new URL(site.baseUrl).hostname : null;
  if (site.loopback && !isLoopback(url.hostname) && url.hostname !== own)
    throw refused(
      `This server answers on this computer only, not as ${url.hostname}. Open it as localhost, or set BASE_URL.`,
    );
}

const FOREIGN =
  'The request came from another site; nothing was changed. Open Cyclewright itself and try again.';

function checkOrigin(c: Context<Env>, url: URL, site: Site): void {
  const fetchSite = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (fetchSite && fetchSite !== 'same-origin') throw refused(FOREIGN);
  const own = [url.origin, site.baseUrl ? new URL(site.baseUrl).origin : url.origin];
  if (origin && !own.includes(origin)) throw refused(FOREIGN);
  if (!fetchSite && !origin && c.req.header('cookie'))
    throw refused('A request with a session cookie must name its Origin; nothing was changed.');
}

const parsed = boundedMemo((origin) => new URL(origin), 100);

/** Nearly every request names the same one; to parse each costs more than all that is asked of it here. */
const originOf = (url: string): URL => parsed(url.slice(0, url.indexOf('/', url.indexOf('//') + 2)));

/** @throws ProblemError not-allowed. */
export function requireSameOrigin(c: Context<Env>, site: Site): void {
  const url = originOf(c.req.url);
  checkHost(url, site);
  if (!safe.has(c.req.method)) checkOrigin(c, url, site);
}

export const sameOrigin =
  (site: Site): MiddlewareHandler<Env> =>
  (c, next) => {
    requireSameOrigin(c, site);
    return next();
  };
