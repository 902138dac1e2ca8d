// Opaque cursors: where a page ended, in the order of its list.
import { z } from 'zod';
import { ProblemError } from '../../problem.ts';

const textParts = z.array(z.string());

export const toCursor = (...parts: string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** @throws ProblemError bad-request for anything that this server did not give. */
export function fromCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const parts = textParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (parts.length === length) return parts;
  } catch (cause) {
    throw unknownCursor(cause);
  }
  throw unknownCursor(null);
}

const unknownCursor = (cause: unknown): ProblemError =>
  new ProblemError(
    'bad-request',
    'The cursor is not one that this list gave; start again without it.',
    {},
    { cause },
  );
