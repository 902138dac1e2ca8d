// A problem as a line of text.
import type { Problem } from '../../engine/index.ts';

export const problemLine = ({ severity, code, pointer, message }: Problem): string =>
  `${severity.padEnd(7)} ${code} ${pointer || '/'}: ${message}`;
