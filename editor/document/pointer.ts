// JSON Pointers (RFC 6901) into the cycle document, so that a problem can name the exact field.
export const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Is `inner` the same place as `outer`, or a place inside it? */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);
