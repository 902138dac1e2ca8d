// What a text looks like before it is parsed: the parser takes long over brackets within brackets and
// over entries in a row, so that the worst is refused by counting characters.
import { grouped } from '../../model/grouped.ts';
import { maxChain, maxEntries, maxItems, maxWords } from '../limits.ts';
import type { Finding } from './parse-feel.ts';

/** Strings and comments, whose characters mean nothing. */
const opaque = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const signs = /[-+](?:\s*[-+]){64}/;
const words = new RegExp(`(?:[\\p{L}_][\\p{L}\\p{N}_]*\\s+){${maxWords}}`, 'u');

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '[' || letter === '{') depth += 1;
    else if (letter === ')' || letter === ']' || letter === '}') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

const countOf = (text: string, letter: string): number => text.split(letter).length - 1;

/** Null when the text may be parsed. Brackets count twice, since not all of them nest expressions. */
export function refuseOutline(text: string, depthLimit: number): Finding | null {
  const plain = text.replace(opaque, '""');
  const refuse = (message: string): Finding => ({ message, from: 0, to: text.length });
  if (deepest(plain) > depthLimit * 2) return refuse(`Expressions may be nested ${depthLimit} deep at most.`);
  if (signs.test(plain)) return refuse(`An expression may have ${maxChain} operators in a row at most.`);
  if (words.test(plain)) return refuse(`An expression may have ${maxWords} words in a row at most.`);
  if (countOf(plain, ':') > maxEntries)
    return refuse(`An expression may have ${grouped(maxEntries)} entries at most.`);
  if (countOf(plain, ',') > maxItems)
    return refuse(`An expression may have ${grouped(maxItems)} items at most.`);
  return null;
}
