// JSON Pointers (RFC 6901): where something stands in a document.

/** Of the keys and indexes on the way; none of them is the whole document, "". */
export const pointerTo = (...way: (string | number)[]): string =>
  way.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
