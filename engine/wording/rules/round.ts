// FB-12, FB-14 and FB-17: what only shows beside the round: copied text, other raters named, evidence too old or too new.
import { daysBetween } from '../../time/instant.ts';
import type { Found, WordingDraft } from '../advice.ts';
import { daysNamed } from '../days-named.ts';
import { anyOf, escapeName, type Message, ownMatches, readMessage, whole } from '../message.ts';

const RUN = 12;
const runsOf = (words: readonly { text: string }[]): string[] =>
  Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, start) =>
    words
      .slice(start, start + RUN)
      .map(({ text }) => text.toLowerCase())
      .join(' '),
  );

/** From the first to the last word of each stretch that stands in another's review. */
export function copied(message: Message, { elsewhere = [] }: WordingDraft): Found[] {
  const known = new Set(elsewhere.flatMap((text) => runsOf(readMessage(text).words)));
  const found: Found[] = [];
  for (const [start, run] of runsOf(message.words).entries()) {
    if (!known.has(run)) continue;
    const from = message.words[start]?.from ?? 0;
    const to = message.words[start + RUN - 1]?.to ?? 0;
    const last = found.at(-1);
    if (last && from <= last.to) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** A first name that several people bear hints at one of them all the same. */
export function namesRaters(message: Message, draft: WordingDraft): Found[] {
  const { raters = [], suppressedGroups = [], about } = draft;
  const names = raters
    .filter(({ id }) => id !== about.id)
    .flatMap(({ name }) => [name, name.split(/\s+/u)[0] ?? name]);
  const phrases = [...new Set([...names, ...suppressedGroups])]
    .filter((name) => name.length > 1)
    .map(escapeName);
  if (phrases.length === 0) return [];
  const found = ownMatches(message, anyOf([...phrases].sort((a, b) => b.length - a.length)));
  return found;
}

const STALE = 60;
const RECENT = 30;

export function evidenceInTime(message: Message, draft: WordingDraft): Found[] {
  const { period, today } = draft;
  const evidence = [...(draft.evidence ?? []), ...daysNamed(message.text, today)];
  if (evidence.length === 0) return [];
  const before = evidence.filter((day) => period && day < period.start);
  const old = evidence.filter((day) => daysBetween(day, today) > STALE);
  if (before.length > 0 || (period === undefined && old.length > 0)) return [whole(message)];
  const newest = [period?.end ?? today, today].sort()[0] ?? today;
  const linked = draft.evidence ?? [];
  const longEnough = period !== undefined && daysBetween(period.start, newest) > 2 * RECENT;
  if (longEnough && linked.length > 1 && evidence.every((day) => daysBetween(day, newest) <= RECENT))
    return [
      {
        ...whole(message),
        why: 'All the evidence is from the last 30 days. The period is longer, and what is freshest weighs too much.',
        rewrite: 'Add an instance from [an earlier month], or say that you judge the last month alone.',
      },
    ];
  return [];
}
