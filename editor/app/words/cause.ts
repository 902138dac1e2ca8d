// What brought a plan somewhere, on the reader's day: the server says it by the component's, and a moment is shown by
// one clock on a page.
import { dayInZone, viewerZone } from '../../language/index.ts';
import { saidInWords } from './due.ts';

interface Caused {
  at: string;
  /** The day comes first in it. */
  words: { cause: string };
}

export const causeInWords = ({ at, words }: Caused, zone = viewerZone()): string =>
  saidInWords(words.cause.replace(/\d{4}-\d{2}-\d{2}/, dayInZone(at, zone)));
