// Where to go after a sign-in.

/** Only an address of our own is followed. */
export const safeNext = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/inbox';
