// The templates of a catalogue, so ordered that those which may fit a sentence are few and the surest comes first.
import { findIn, type Hole, lengthOf, readTemplate, type Template } from './template.ts';

export interface Entry {
  english: Template;
  other: Template;
  /** Which holes of the English may hold more than one sentence. */
  wide: readonly boolean[];
}

export interface Find {
  entry: Entry;
  /** What is in each hole of the English. */
  held: readonly string[];
}

/** What may fit a text, the longest template first. */
export type Finder = (text: string) => Find[];

/** A sentence ends and another begins. */
export const boundary = /[.?!…][”"“)]? (?=[\p{Lu}“"„])/gu;
const holdsTwo = (text: string): boolean => new RegExp(boundary).test(text);

/** Sentences stand before and after other sentences, and not in the middle of one. */
function hasRoom({ between }: Template, at: number): boolean {
  const [before = '', after = ''] = [between[at], between[at + 1]];
  return before === '' ? /^(?: ?$| [\p{Lu}(])/u.test(after) : /[.:;!?…][”"“)]? ?$/.test(before);
}

function toEntry([key, value]: [string, string]): Entry {
  const [{ between, holes }, other] = [readTemplate(key), readTemplate(value)];
  const kinds = new Map(other.holes.map(({ name, as }) => [name, as]));
  const english = {
    between,
    holes: holes.map(({ name }): Hole => ({ name, as: kinds.get(name) ?? 'name' })),
  };
  return { english, other, wide: english.holes.map(({ as }, at) => as === 'said' && hasRoom(english, at)) };
}

/** A full stop belongs to a sentence and not to a name, except after a colon. */
const endsInName = ({ between, holes }: Template, held: readonly string[]): boolean =>
  between.at(-1) === '' &&
  holes.at(-1)?.as === 'name' &&
  /[.!?]$/.test(held.at(-1) ?? '') &&
  !/: $/.test(between.at(-2) ?? '');

const fits = ({ english, wide }: Entry, held: readonly string[]): boolean =>
  held.every((text, at) => wide[at] || !holdsTwo(text)) && !endsInName(english, held);

/** With fewer letters of its own, a template that begins with a hole is only believed of a member of a list. */
const leastAlone = 9;
export const isVague = ({ english }: Entry): boolean =>
  lengthOf(english) < (english.between[0] === '' ? leastAlone : 2);

const firstWord = (text: string): string => /^[^\s,;:.]+/.exec(text)?.[0] ?? '';

/** Empty when a hole is in it, or before it. */
function wordOf({ english: { between, holes } }: Entry): string {
  const [start = ''] = between;
  return /[\s,;:.]/.test(start) || holes.length === 0 ? firstWord(start) : '';
}

export function makeFinder(sentences: Readonly<Record<string, string>>): Finder {
  const entries = Object.entries(sentences)
    .map(toEntry)
    .toSorted((a, b) => lengthOf(b.english) - lengthOf(a.english));
  const byWord = new Map(
    [...new Set(entries.map(wordOf))].map((word) => [
      word,
      entries.filter((entry) => ['', word].includes(wordOf(entry))),
    ]),
  );
  return (text) =>
    (byWord.get(firstWord(text)) ?? byWord.get('') ?? []).flatMap((entry) => {
      const held = findIn(text, entry.english);
      return held && fits(entry, held) ? [{ entry, held }] : [];
    });
}
