// Scripts that only give values to variables, as a list of assignments; anything else is a fault.
import {
  accept,
  type BinaryOperator,
  EcmascriptError,
  expect,
  isAt,
  type Js,
  peek,
  type Reader,
  readExpression,
  readerOf,
  readName,
  unexpected,
} from './parse-ecmascript.ts';

export interface Assignment {
  variable: string;
  value: Js;
}

const compound: Record<string, BinaryOperator> = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '++': '+',
  '--': '-',
};

/** @throws EcmascriptError */
export function parseScript(text: string): Assignment[] {
  const reader = readerOf(text);
  const assignments: Assignment[] = [];
  while (peek(reader)) {
    if (accept(reader, ';')) continue;
    assignments.push(...readStatement(reader));
    if (peek(reader) && !isAt(reader, ';')) throw unexpected(reader, 'a semicolon is missing before');
  }
  return assignments;
}

function readStatement(reader: Reader): Assignment[] {
  const name = readName(reader);
  if (name === 'var' || name === 'let' || name === 'const') return readDeclarations(reader);
  return [readAssignment(reader, name)];
}

/** One without a value leaves a variable that is there as it is. */
function readDeclarations(reader: Reader): Assignment[] {
  const declared: Assignment[] = [];
  do {
    const variable = readName(reader);
    if (accept(reader, '=')) declared.push({ variable, value: readExpression(reader) });
  } while (accept(reader, ','));
  return declared;
}

function readAssignment(reader: Reader, variable: string): Assignment {
  const token = peek(reader);
  const operator = token && Object.hasOwn(compound, token.text) ? compound[token.text] : undefined;
  const left: Js = { kind: 'name', name: variable };
  if (operator === undefined) {
    if (!isAt(reader, '='))
      throw new EcmascriptError(`only assignments can be read, not "${variable} ${token?.text ?? ''}"`);
    expect(reader, '=');
    return { variable, value: readExpression(reader) };
  }
  reader.at += 1;
  const isStep = token?.text === '++' || token?.text === '--';
  const right: Js = isStep ? { kind: 'literal', value: 1 } : readExpression(reader);
  return { variable, value: { kind: 'binary', operator, left, right } };
}
