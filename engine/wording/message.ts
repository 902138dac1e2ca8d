// A message as the rules read it: sentences and words with their places, and what stands in quotation marks.
import type { Node, Root, SentenceContent } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Place } from './advice.ts';

export interface Word extends Place {
  text: string;
}
export interface Sentence extends Word {
  words: Word[];
}
export interface Message {
  text: string;
  sentences: Sentence[];
  words: Word[];
  quoted: Place[];
  tree: Root;
}

const parser = unified().use(retextEnglish);

function placed(node: Node): Word {
  const { position } = node;
  return {
    from: position?.start.offset ?? 0,
    to: position?.end.offset ?? 0,
    text: textOf(node as SentenceContent),
  };
}

const QUOTED = /"[^"\n]*"|“[^”\n]*”|„[^“\n]*“|«[^»\n]*»|(?<![\p{L}\p{N}])'[^'\n]+'(?![\p{L}\p{N}])/gu;

export function readMessage(text: string): Message {
  const tree = parser.parse(text) as Root;
  const sentences: Sentence[] = [];
  visit(tree, 'SentenceNode', (node) => {
    const words: Word[] = [];
    visit(node, 'WordNode', (word) => {
      words.push(placed(word));
    });
    sentences.push({ ...placed(node), words });
  });
  return {
    text,
    sentences,
    words: sentences.flatMap(({ words }) => words),
    quoted: matchesOf(text, QUOTED),
    tree,
  };
}

/** Where the pattern, which must be global, matches. */
export const matchesOf = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** Matches outside of quotation marks: what others said is not the writer's tone. */
export const ownMatches = ({ text, quoted }: Message, pattern: RegExp): Place[] =>
  matchesOf(text, pattern).filter(
    ({ from, to }) => !quoted.some((quote) => quote.from <= from && to <= quote.to),
  );

/** Any of the phrases as whole words; a space stands for any white space, and a phrase may be a pattern. */
export const anyOf = (phrases: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrases.map((phrase) => phrase.replaceAll(' ', '\\s+').replaceAll("'", "['’]")).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );

export const escapeName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** All of it, for what is missing from a message. */
export const whole = ({ text }: Pick<Message, 'text'>): Place => ({ from: 0, to: text.length });
