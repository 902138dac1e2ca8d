// Where a delivery may go: public addresses over HTTPS. What a name stands for is checked when the connection
// is made, and the connection goes to the very address that was checked, so no answer given later can move it.
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

export interface GuardOptions {
  /** Loopback and private addresses, any port and plain HTTP too: for a server on one's own computer. */
  allowPrivate: boolean;
  lookup?: LookupFunction;
}

/** Its message is for the owner of the subscription. */
export class ForbiddenTargetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ForbiddenTargetError';
  }
}

/** Anything that is not plainly public is not: loopback, private, link-local, carrier NAT, tunnels to them. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const known = ipaddr.process(address);
  // Of IPv6 only 2000::/3 is given out; the library counts some of the rest, such as ::127.0.0.1, as unicast.
  const givenOut = known instanceof ipaddr.IPv4 || (known.toByteArray()[0] ?? 0) >> 5 === 1;
  return givenOut && known.range() === 'unicast';
}

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
const isLocalName = (hostname: string): boolean => /(^|\.)(localhost|local|internal)\.?$/i.test(hostname);

/** Why the URL cannot be a target, or null. A name is looked up later, when it is connected to. */
export function refusalOf(text: string, { allowPrivate }: GuardOptions): string | null {
  if (!URL.canParse(text)) return 'This is not a URL.';
  const url = new URL(text);
  const host = withoutBrackets(url.hostname);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Use an https:// URL.';
  if (url.username || url.password)
    return 'Leave user name and password out: the signature proves the sender.';
  if (allowPrivate) return null;
  if (url.protocol !== 'https:') return 'Use https://, so that nobody on the way can read or change it.';
  if (url.port !== '') return 'Use the port 443: leave the port out.';
  if (isLocalName(host) || (isIP(host) !== 0 && !isPublicAddress(host)))
    return 'This address is not public. CYCLEWRIGHT_ALLOW_PRIVATE_WEBHOOKS=1 allows it.';
  return null;
}

const forbidden = (hostname: string): ForbiddenTargetError =>
  new ForbiddenTargetError(`${hostname} leads to an address that is not public; nothing was sent.`);

/** Looks a name up as usual, and gives an error when any of its addresses is not public. */
function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(forbidden(hostname), '');
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
}

/** The only way out for deliveries: connects to what is allowed and to nothing else. */
export function makeGuardedConnector(options: GuardOptions): buildConnector.connector {
  const lookup = options.lookup ?? systemLookup;
  const connect = buildConnector({
    timeout: 10_000,
    allowH2: false,
    lookup: options.allowPrivate ? lookup : guardedLookup(lookup),
  });
  return (target, callback) => {
    const host = withoutBrackets(target.hostname);
    const literal = isIP(host) !== 0;
    if (!options.allowPrivate && (isLocalName(host) || (literal && !isPublicAddress(host))))
      return callback(forbidden(host), null);
    return connect(target, callback);
  };
}
