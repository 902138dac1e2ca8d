// FB-05 to FB-08: what a message needs to be of use: an instance, a next step, an effect, more than praise.
import nlp from 'compromise';
import type { Found } from '../advice.ts';
import { effects, emptyPraise, faults } from '../lexicon.ts';
import { nextSteps } from '../lexicon-of-steps.ts';
import { anyOf, type Message, ownMatches, whole } from '../message.ts';

const fault = anyOf(faults);
const praise = anyOf(emptyPraise);
const next = anyOf(nextSteps);
const effect = anyOf(effects);

/** Something was done, at a time: "in the review on Tuesday", "ticket 4711", "the Harlem report". */
const INSTANCE =
  /\d|(?<![\p{L}])(?:yesterday|today|this morning|last (?:week|month|quarter|year|sprint|night|time)|this (?:week|month|quarter|sprint)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|during|at|after|before|for|on) (?:the|your|our|that|this) (?:[\p{L}-]+ ){0,3}(?:meeting|call|review|report|presentation|demo|workshop|interview|release|launch|project|ticket|document|draft|plan|incident|outage|handover|training|session|budget|audit|inspection|shift|customer|client|e-?mail|talk|proposal|invoice|migration|survey))(?![\p{L}])/iu;

/** A name that does not only stand at the start of a sentence. */
const namesSomething = ({ sentences }: Message): boolean =>
  sentences.some(({ words }) => words.slice(1).some(({ text }) => /^\p{Lu}[\p{L}\d-]{2,}/u.test(text)));

const hasInstance = (message: Message): boolean =>
  message.quoted.length > 0 ||
  INSTANCE.test(message.text) ||
  namesSomething(message) ||
  nlp(message.text).has('(#Date|#NumericValue)');

const isCritical = (message: Message): boolean => ownMatches(message, fault).length > 0;

export const noInstance = (message: Message): Found[] => (hasInstance(message) ? [] : [whole(message)]);

export const noNextStep = (message: Message): Found[] =>
  isCritical(message) && ownMatches(message, next).length === 0 ? [whole(message)] : [];

const LONG = 40;
export const noEffect = (message: Message): Found[] =>
  message.words.length > LONG && ownMatches(message, effect).length === 0 ? [whole(message)] : [];

const SHORT = 8;
export const emptyWords = (message: Message): Found[] =>
  message.words.length < SHORT ? ownMatches(message, praise).slice(0, 1) : [];
