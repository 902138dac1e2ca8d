// FB-09 and FB-16: faults and praise counted, in one message and over the last, and beside the rating. Words are
// counted and no mood is measured: that misjudges what is meant to help.
import type { Found, WordingDraft } from '../advice.ts';
import { faults, praises } from '../lexicon.ts';
import { anyOf, type Message, ownMatches, readMessage, whole } from '../message.ts';

const fault = anyOf(faults);
const praise = anyOf(praises);

/** Sentences with a word of fault; a sentence that names two is one criticism. */
export const criticised = (message: Message): Found[] => {
  const found = ownMatches(message, fault);
  return message.sentences.filter(({ from, to }) => found.some((word) => from <= word.from && word.to <= to));
};
const isNegative = (message: Message): boolean =>
  criticised(message).length > 0 && ownMatches(message, praise).length === 0;

const MOST_CRITICISMS = 3;
const RECENT = 3;

export function onlyCriticism(message: Message, { earlier = [] }: WordingDraft): Found[] {
  const criticisms = criticised(message);
  if (criticisms.length > MOST_CRITICISMS)
    return [
      {
        ...whole(message),
        why: `There are ${criticisms.length} separate criticisms in one message. Few readers can take more than one or two.`,
        rewrite: 'Keep the one that matters most, and leave the others for the next talk.',
      },
    ];
  const before = earlier.slice(0, RECENT - 1).map(readMessage);
  if (before.length < RECENT - 1 || ![message, ...before].every(isNegative)) return [];
  return [whole(message)];
}

export function ratingContradicted(message: Message, { rating }: WordingDraft): Found[] {
  const faulted = ownMatches(message, fault).length;
  const praised = ownMatches(message, praise).length;
  if (rating === 'below' && praised > 0 && faulted === 0) return [whole(message)];
  if (rating === 'exceeds' && faulted > 0 && praised === 0) return [whole(message)];
  return [];
}
