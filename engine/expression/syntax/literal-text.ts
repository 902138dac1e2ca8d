// What literals stand for (DMN 10.3.1.2, rules 33 to 37).
import type { Decimal } from 'decimal.js';
import { numberOf } from '../value/number.ts';

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function codePoint(digits: string, whole: string): string {
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** An escape that is none stays as it is, so that patterns such as "\d" need no second backslash. */
export const textOfLiteral = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(?:(["'\\nrt])|u([\da-fA-F]{4})|U([\da-fA-F]{6}))/g, (whole, letter, short, long) => {
      if (letter !== undefined) return escapes[letter] ?? letter;
      return codePoint(short ?? long, whole);
    });

/** With 34 digits, as any number of FEEL. */
export function numberOfLiteral(literal: string): Decimal {
  const digits = /[\d.]+(?:[eE][+-]?\d+)?$/.exec(literal)?.[0] ?? '0';
  const number = numberOf(digits).toSignificantDigits(34);
  return literal.startsWith('-') ? number.neg() : number;
}
