// The few ECMAScript expressions that charts drawn elsewhere use in conditions and assignments, as a tree.
// What is beyond them is a fault that names it: nothing is guessed.
import { type Token, tokenize } from './tokens.ts';

export type Js =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'member'; of: Js; key: string }
  | { kind: 'call'; callee: Js; given: Js[] }
  | { kind: 'unary'; operator: '!' | '-' | '+' | 'typeof'; of: Js }
  | { kind: 'binary'; operator: BinaryOperator; left: Js; right: Js }
  | { kind: 'choice'; when: Js; then: Js; otherwise: Js }
  | { kind: 'list'; items: Js[] }
  | { kind: 'object'; entries: [string, Js][] };

const strengths = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '===': 3,
  '!=': 3,
  '!==': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
} as const;
export type BinaryOperator = keyof typeof strengths;
const isBinary = (text: string): text is BinaryOperator => Object.hasOwn(strengths, text);

/** The text is not one of the expressions that can be read. */
export class EcmascriptError extends Error {
  /** It is an error in ECMAScript too, whatever else can be read there. */
  readonly certain: boolean;

  constructor(message: string, certain = false) {
    super(message);
    this.certain = certain;
  }
}

export interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

const maxDepth = 40;

export const peek = ({ tokens, at }: Reader): Token | undefined => tokens[at];
export const isAt = (reader: Reader, text: string): boolean => {
  const token = peek(reader);
  return token?.kind === 'sign' && token.text === text;
};
export function accept(reader: Reader, text: string): boolean {
  if (!isAt(reader, text)) return false;
  reader.at += 1;
  return true;
}
export function expect(reader: Reader, text: string): void {
  if (!accept(reader, text)) throw unexpected(reader, `"${text}" is missing before`);
}
export function unexpected(reader: Reader, why = 'this cannot be read:'): EcmascriptError {
  const token = peek(reader);
  return new EcmascriptError(`${why} ${token ? `"${token.text}"` : 'the end'}`, token === undefined);
}

export const readerOf = (text: string): Reader => ({ tokens: tokenize(text), at: 0, depth: 0 });

/** @throws EcmascriptError */
export function parseEcmascript(text: string): Js {
  const reader = readerOf(text);
  const parsed = readExpression(reader);
  if (peek(reader)) throw unexpected(reader);
  return parsed;
}

export function readExpression(reader: Reader): Js {
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new EcmascriptError('it is nested too deep');
  const when = readBinary(reader, 1);
  const chosen: Js = accept(reader, '?') ? readChoice(reader, when) : when;
  reader.depth -= 1;
  return chosen;
}

function readChoice(reader: Reader, when: Js): Js {
  const then = readExpression(reader);
  expect(reader, ':');
  return { kind: 'choice', when, then, otherwise: readExpression(reader) };
}

/** Precedence climbing: operators at least as strong as `least`, those of one strength from the left. */
function readBinary(reader: Reader, least: number): Js {
  let left = readUnary(reader);
  for (;;) {
    const token = peek(reader);
    if (token?.kind !== 'sign' || !isBinary(token.text) || strengths[token.text] < least) return left;
    reader.at += 1;
    const right = readBinary(reader, strengths[token.text] + 1);
    left = { kind: 'binary', operator: token.text, left, right };
  }
}

function readUnary(reader: Reader): Js {
  const token = peek(reader);
  const operator = (['!', '-', '+', 'typeof'] as const).find(
    (sign) => token?.kind !== 'text' && token?.text === sign,
  );
  if (operator === undefined) return readPostfix(reader);
  reader.at += 1;
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new EcmascriptError('it is nested too deep');
  const of = readUnary(reader);
  reader.depth -= 1;
  return { kind: 'unary', operator, of };
}

function readPostfix(reader: Reader): Js {
  let of = readPrimary(reader);
  for (;;) {
    if (accept(reader, '.')) of = { kind: 'member', of, key: readName(reader) };
    else if (accept(reader, '[')) of = readIndex(reader, of);
    else if (accept(reader, '(')) of = { kind: 'call', callee: of, given: readList(reader, ')') };
    else return of;
  }
}

export function readName(reader: Reader): string {
  const token = peek(reader);
  if (token?.kind !== 'name') throw unexpected(reader, 'a name is missing before');
  reader.at += 1;
  return token.text;
}

function readIndex(reader: Reader, of: Js): Js {
  const key = readExpression(reader);
  expect(reader, ']');
  if (key.kind !== 'literal' || typeof key.value !== 'string') {
    throw new EcmascriptError('only a text in quotes can stand in […]');
  }
  return { kind: 'member', of, key: key.value };
}

function readList(reader: Reader, end: string): Js[] {
  const items: Js[] = [];
  while (!accept(reader, end)) {
    items.push(readExpression(reader));
    if (!isAt(reader, end)) expect(reader, ',');
  }
  return items;
}

const words: Record<string, Js> = {
  true: { kind: 'literal', value: true },
  false: { kind: 'literal', value: false },
  null: { kind: 'literal', value: null },
  undefined: { kind: 'literal', value: null },
};
/** No expression begins with one of these, in no edition of the language. */
const statements =
  /^(return|var|const|if|else|for|while|do|switch|case|break|continue|throw|try|catch|finally|with|debugger)$/;
const reserved = /^(function|new|delete|void|in|instanceof|this|let|await|async|yield|class|import|super)$/;

function readPrimary(reader: Reader): Js {
  if (accept(reader, '(')) {
    const inner = readExpression(reader);
    expect(reader, ')');
    return inner;
  }
  if (accept(reader, '[')) return { kind: 'list', items: readList(reader, ']') };
  if (accept(reader, '{')) return { kind: 'object', entries: readEntries(reader) };
  const token = peek(reader);
  if (token?.kind === 'name' && statements.test(token.text)) {
    throw new EcmascriptError(`"${token.text}" is no expression`, true);
  }
  if (!token || token.kind === 'sign' || reserved.test(token.text)) throw unexpected(reader);
  reader.at += 1;
  if (token.kind === 'text') return { kind: 'literal', value: token.value };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
  return (Object.hasOwn(words, token.text) && words[token.text]) || { kind: 'name', name: token.text };
}

function readEntries(reader: Reader): [string, Js][] {
  const entries: [string, Js][] = [];
  while (!accept(reader, '}')) {
    const token = peek(reader);
    if (!token || token.kind === 'sign') throw unexpected(reader, 'a key is missing before');
    reader.at += 1;
    expect(reader, ':');
    entries.push([token.kind === 'text' ? token.value : token.text, readExpression(reader)]);
    if (!isAt(reader, '}')) expect(reader, ',');
  }
  return entries;
}
