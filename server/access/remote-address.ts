// Where a request really comes from: the socket, never a header that anybody can write.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isLoopback } from '../config.ts';
import type { Env } from '../http/router.ts';

/** Null when there is no socket. */
export function remoteAddress(c: Context<Env>): string | null {
  if (!c.env?.incoming) return null;
  return getConnInfo(c).remote.address ?? null;
}

/** Did the request come from this computer, and not through a proxy on it? */
export function isFromHere(c: Context<Env>): boolean {
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded') ?? c.req.header('x-real-ip');
  const address = remoteAddress(c);
  return address !== null && isLoopback(address) && proxied === undefined;
}
