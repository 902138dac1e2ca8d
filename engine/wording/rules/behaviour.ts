// FB-03, FB-04 and FB-15: the person instead of what was done, absolutes, and others held up as a measure.
import type { Found, WordingDraft } from '../advice.ts';
import { absolutes, personality, personalityAfterIs } from '../lexicon-of-persons.ts';
import { anyOf, escapeName, type Message, ownMatches } from '../message.ts';

const SUBJECT = "(?:you|he|she|they)(?:'re|'s)?";
const IS =
  '(?:are|is|was|were|be|being|been|seem(?:s|ed)?|appear(?:s|ed)?|come across as|came across as|tend to be|can be)';
const HOW =
  '(?:(?:just|too|very|so|quite|rather|really|a bit|a little|often|sometimes|overly|simply|such|a|an) )*';

/** Adjectives that are harmless of a task ("a difficult quarter") judge when they are said of a person. */
const judgementOf = (names: readonly string[]): RegExp =>
  anyOf([
    `(?:${[SUBJECT, ...names.map(escapeName)].join('|')}) (?:${IS} )?${HOW}(?:${personalityAfterIs.join('|')})`,
  ]);
const judgement = anyOf(personality);

export function personInsteadOfBehaviour(message: Message, { about }: WordingDraft): Found[] {
  const first = about.name.split(/\s+/u)[0] ?? about.name;
  return [
    ...ownMatches(message, judgement),
    ...ownMatches(message, judgementOf([...new Set([about.name, first])])),
  ];
}

const absolute = anyOf(absolutes);
export const absoluteWords = (message: Message): Found[] => ownMatches(message, absolute);

const COMPARING =
  '(?:than|unlike|like|as|compared (?:to|with)|not as \\w+ as|the way|take an example from|look at how|learn from)';
export function comparedWithColleague(message: Message, { colleagues = [], about }: WordingDraft): Found[] {
  return colleagues
    .filter(({ id }) => id !== about.id)
    .flatMap(({ name }) => {
      const [first = name] = name.split(/\s+/u);
      return ownMatches(message, anyOf([`${COMPARING} (?:${escapeName(name)}|${escapeName(first)})`]));
    });
}
