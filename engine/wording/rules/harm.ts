// FB-01 and FB-02, which alone block: harm, and reasons that the law protects.
import type { Root } from 'nlcst';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Found, Place } from '../advice.ts';
import { protectedStatus, threats } from '../lexicon.ts';
import { anyOf, type Message, matchesOf } from '../message.ts';

/** What a retext plugin complains of, by its own ids. */
export function complaintsOf(
  { text, tree }: Pick<Message, 'text' | 'tree'>,
  plugin: Plugin<[options?: never], Root>,
): (Place & { id: string })[] {
  const file = new VFile(text);
  unified().use(plugin).runSync(tree, file);
  return file.messages.flatMap(({ place, ruleId }) =>
    place && 'start' in place && place.start.offset !== undefined && place.end.offset !== undefined
      ? [{ from: place.start.offset, to: place.end.offset, id: ruleId ?? '' }]
      : [],
  );
}

/** Only what can hardly be meant otherwise: lower, "failed", "period" and "execute" would be found as well. */
const profanities: Plugin<[], Root> = () => retextProfanities({ sureness: 1 });
/** What is said of a person's state of mind: "crazy", "moron". */
const ABUSE = new Set(['idiot', 'nuts', 'retard', 'spaz', 'psycho', 'psychotic']);

const threatening = anyOf(threats);
export const harm = (message: Message): Found[] => [
  ...complaintsOf(message, profanities),
  ...complaintsOf(message, retextEquality as Plugin<[], Root>).filter(({ id }) => ABUSE.has(id)),
  ...matchesOf(message.text, threatening).map((place) => ({
    ...place,
    why: 'This reads as a threat. Nobody can act on it well, and it may be used against you.',
    rewrite: 'If [what] does not change by [date], the next step is [step]. I want to help you get there.',
  })),
];

const protectedWords = anyOf(protectedStatus);
export const protectedReason = (message: Message): Found[] => [
  ...complaintsOf(message, retextEquality as Plugin<[], Root>).filter(
    ({ id }) => id === 'maternity-paternity',
  ),
  ...matchesOf(message.text, protectedWords),
];
