// Advice on written feedback before it is sent: rules of its own and of retext. What is not sent is found in any language.
import { type Advice, type Found, type WordingDraft, type WordingRule, wordingRules } from './advice.ts';
import { anyOf, type Message, matchesOf, readMessage, whole } from './message.ts';
import { rules } from './rules/rules.ts';
import type { Said } from './said-in.ts';

const FEW_WORDS = 6;
const ENGLISH_SHARE = 0.12;
const functionWords = anyOf([
  'the',
  'a',
  'an',
  'and',
  'or',
  'to',
  'of',
  'in',
  'on',
  'at',
  'for',
  'with',
  'is',
  'are',
  'was',
  'were',
  'be',
  'you',
  'your',
  'i',
  'we',
  'he',
  'she',
  'they',
  'it',
  'this',
  'that',
  'not',
  'have',
  'has',
  'had',
  'do',
  'did',
  'will',
  'would',
  'can',
  'could',
  'but',
  'so',
  'as',
  'by',
  'from',
  'my',
  'our',
  'me',
  'us',
]);

/** Whether the rules can read it: their words are English. A handful of words may be anything and is taken for it. */
export const isEnglish = ({ text, words }: Pick<Message, 'text' | 'words'>): boolean =>
  words.length < FEW_WORDS || matchesOf(text, functionWords).length / words.length >= ENGLISH_SHARE;

/** Harm is harm in any language; the rest is advice on English. */
const inAnyLanguage: readonly WordingRule[] = ['FB-01', 'FB-02'];

/**
 * In the order of the text, what is missing from the whole last; of a text that is not English only what is not sent.
 * Rules: FB-01 to FB-18 of the domain.
 */
export function adviseWording(draft: WordingDraft): Advice[] {
  if (draft.text.trim() === '') return [];
  const message = readMessage(draft.text);
  const asked = isEnglish(message) ? wordingRules : inAnyLanguage;
  const all = whole(message);
  const isWhole = (advice: Advice) => advice.from === all.from && advice.to === all.to;
  return asked
    .flatMap((rule) => adviseBy(rule, message, draft))
    .sort((a, b) => Number(isWhole(a)) - Number(isWhole(b)) || a.from - b.from);
}

/** Places that overlap, as when two lists have the same words, are one; it says what the first of them does. */
function joinOverlaps(found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last && one.from < last.to) joined[joined.length - 1] = { ...last, to: Math.max(last.to, one.to) };
    else joined.push(one);
  }
  return joined;
}

function adviseBy(rule: WordingRule, message: Message, draft: WordingDraft): Advice[] {
  const { find, severity, why, rewrite } = rules[rule];
  return joinOverlaps(find(message, draft)).map(({ from, to, why: own, rewrite: another }) => ({
    rule,
    severity,
    from,
    to,
    words: message.text.slice(from, to),
    why: own ?? why,
    rewrite: another ?? rewrite,
  }));
}

/**
 * What keeps a text from being sent, without the advice. Whoever writes of themselves may tell what they were called,
 * in quotation marks, and why they think so: a complaint of it is not the harm.
 */
export function findHarm({ text, of }: Pick<Said, 'text' | 'of'>): Advice[] {
  if (text.trim() === '') return [];
  const message = readMessage(text);
  const draft: WordingDraft = { text, today: '', about: { id: '', name: '' } };
  const harm = adviseBy('FB-01', message, draft);
  if (of === 'another') return [...harm, ...adviseBy('FB-02', message, draft)];
  const isQuoted = ({ from, to }: Advice) =>
    message.quoted.some((quote) => quote.from <= from && to <= quote.to);
  return harm.filter((one) => !isQuoted(one));
}

/** Whether it may be sent as it is. */
export const isBlocked = (advice: readonly Pick<Advice, 'severity'>[]): boolean =>
  advice.some(({ severity }) => severity === 'block');
