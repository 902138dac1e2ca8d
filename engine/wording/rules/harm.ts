// FB-01 and FB-02, which alone block: harm, and reasons that the law protects.
import type { Root } from 'nlcst';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Found, Place } from '../advice.ts';
import {
  germanInsults,
  germanProtected,
  germanThreats,
  harmless,
  insults,
  threats,
} from '../lexicon-of-harm.ts';
import { protectedStatus } from '../lexicon-of-persons.ts';
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

/** Only what the list is sure of: it takes "suicide", "drugs" and "oral" for profane otherwise, which work is about. */
const profanities: Plugin<[], Root> = () => retextProfanities({ sureness: 2, ignore: [...harmless] });
/** What is said of a person's state of mind: "crazy", "moron". */
const ABUSE = new Set(['idiot', 'nuts', 'retard', 'spaz', 'psycho', 'psychotic']);

const insulting = anyOf([...insults, ...germanInsults]);
const threatening = anyOf([...threats, ...germanThreats]);

const equality = retextEquality as Plugin<[], Root>;

export const harm = (message: Message): Found[] => [
  ...complaintsOf(message, profanities),
  ...complaintsOf(message, equality).filter(({ id }) => ABUSE.has(id)),
  ...matchesOf(message.text, insulting),
  ...matchesOf(message.text, threatening).map((place) => ({
    ...place,
    why: 'This reads as a threat. Nobody can act on it well, and it may be used against you.',
    rewrite: 'If [what] does not change by [date], the next step is [step]. I want to help you get there.',
  })),
];

const protectedWords = anyOf([...protectedStatus, ...germanProtected]);
/** What people say of themselves is theirs to say: "I am on parental leave until May", "since my illness". */
const OF_ONESELF =
  /(?<![\p{L}])(?:(?:i|we)(?:['’](?:m|ve|ll)|\s+(?:am|was|were|are|will|have|had|go|went|take|took))?|my|our|ich|wir|(?:mein|unser)\p{L}*)(?:\s+(?!you|your|her|his|their|she|he|they|du|dein|sie|ihr|er|sein)[\p{L}]+){0,3}\s*$/iu;
const isOfOneself = (text: string, { from, to }: Place): boolean =>
  OF_ONESELF.test(
    text
      .slice(0, from)
      .split(/[.!?\n]/u)
      .at(-1) ?? '',
  ) && !/^(?:your|her|his|their|deine|ihre|seine)/iu.test(text.slice(from, to));

export const protectedReason = (message: Message): Found[] =>
  [
    ...complaintsOf(message, equality).filter(({ id }) => id === 'maternity-paternity'),
    ...matchesOf(message.text, protectedWords),
  ].filter((place) => !isOfOneself(message.text, place));
