// FB-10, FB-11, FB-13 and FB-18: hedges, faults without anyone who made them, long sentences, commands.
import type { Root } from 'nlcst';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import type { Plugin } from 'unified';
import type { Found } from '../advice.ts';
import { commands, courtesy, faults, softeners } from '../lexicon.ts';
import { anyOf, type Message, matchesOf, ownMatches, type Sentence } from '../message.ts';
import { criticised } from './balance.ts';
import { complaintsOf } from './harm.ts';

const inside = ({ from, to }: Sentence, place: Found): boolean => from <= place.from && place.to <= to;

const HEDGES = 3;
const softening = new Set(softeners);

export function hedging(message: Message): Found[] {
  const hedges = complaintsOf(message, retextIntensify as Plugin<[], Root>).filter(({ from, to }) =>
    softening.has(message.text.slice(from, to).toLowerCase()),
  );
  return message.sentences.filter(
    (sentence) => hedges.filter((hedge) => inside(sentence, hedge)).length >= HEDGES,
  );
}

const fault = anyOf([...faults, 'overlooked', 'lost', 'neglected', 'dropped']);
const BY = /\bby (?:me|us|you|him|her|them|the|our|your|\p{Lu})/u;

/** Passive sentences about a fault that name nobody; a passive about anything else is no concern. */
export function faultWithoutAgent(message: Message): Found[] {
  const passive = complaintsOf(message, retextPassive as Plugin<[], Root>);
  const faulty = matchesOf(message.text, fault);
  return message.sentences
    .filter(
      (sentence) =>
        passive.some((verb) => inside(sentence, verb)) &&
        faulty.some((word) => inside(sentence, word)) &&
        !BY.test(sentence.text),
    )
    .map(({ from, to }) => ({ from, to }));
}

const LONGEST = 35;
const OLDEST = 16;
const hardToRead: Plugin<[], Root> = () => retextReadability({ age: OLDEST, minWords: 12 });

export function longSentences(message: Message): Found[] {
  const hard = complaintsOf(message, hardToRead);
  return message.sentences
    .filter((sentence) => sentence.words.length > LONGEST || hard.some((place) => inside(sentence, place)))
    .map(({ from, to }) => ({ from, to }));
}

const command = new RegExp(`^(?:${commands.join('|')})(?![\\p{L}'’])`, 'iu');
const polite = anyOf(courtesy);

/** Commands where something is wrong, without a courtesy or a reason anywhere. */
export function bareCommands(message: Message): Found[] {
  if (ownMatches(message, polite).length > 0) return [];
  const found = message.sentences.filter(({ text }) => command.test(text));
  const corrective = criticised(message).length > 0 || message.words.length <= 6 || found.length > 1;
  return corrective ? found.map(({ from, to }) => ({ from, to })) : [];
}
