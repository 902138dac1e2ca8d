// The whole site without a socket, with real sign-ins: requests carry a cookie jar and an address.
import { makeIdentity } from '../../server/access/identity.ts';
import { makeSignIns } from '../../server/access/sign-in.ts';
import type { Site } from '../../server/deps.ts';
import { makeSite } from '../../server/site.ts';
import { openSqliteStore } from '../../server/store/open-sqlite.ts';
import { makeTestDeps } from './server.ts';

export const adminToken = 'an-admin-token-for-tests';

interface Sent {
  body?: unknown;
  /** The body as it is, instead of `body` as JSON. */
  text?: string;
  headers?: Record<string, string>;
}

/** One browser or program: keeps its cookies. */
function makeClient(
  fetchSite: (path: string, init: RequestInit, from: string) => Promise<Response>,
  from: string,
) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const send = async (method: string, path: string, { body, text, headers = {} }: Sent = {}) => {
    const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetchSite(
      path,
      {
        method,
        headers: {
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie, origin: 'http://localhost' } : {}),
          ...headers,
        },
        ...(content === undefined ? {} : { body: content }),
      },
      from,
    );
    keep(response);
    const answer = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && answer ? JSON.parse(answer) : answer,
    };
  };
  return { send, jar };
}

/** `now` is what the store takes for the time that its works have taken; the computer's own when it is left out. */
export async function makeTestSite(where: Partial<Site> = {}, now?: () => number) {
  const store = await openSqliteStore(':memory:', now ? { now } : {});
  const base = await makeTestDeps();
  const deps = {
    ...base,
    store,
    site: { ...base.site, ...where },
    signIns: makeSignIns({ db: store.db, secret: 'a secret of thirty-two characters', log: base.log }),
  };
  const site = makeSite(deps, makeIdentity(deps, adminToken));
  const fetchSite = async (path: string, init: RequestInit, from: string) =>
    site.fetch(new Request(new URL(path, 'http://localhost'), init), {
      incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } },
    });
  const fetch = (url: string, init: RequestInit) => fetchSite(url, init, '127.0.0.1');
  return { deps, fetch, client: (from = '127.0.0.1') => makeClient(fetchSite, from) };
}

export const bearer = { authorization: `Bearer ${adminToken}` };
