// range("[18..21)"): a range from its text, with literals for ends (DMN 10.3.4.1).
import { textOfLiteral } from '../syntax/literal-text.ts';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTemporal,
  parseTime,
} from '../temporal/parse-calendar.ts';
import type { FeelBudget } from '../value/budget.ts';
import { compare } from '../value/compare.ts';
import type { Feel, FeelRange } from '../value/feel.ts';
import { numberOf } from '../value/number.ts';
import { makeRange } from '../value/range.ts';

const written = /^\s*([[\](])\s*(.*?)\s*\.\.\s*(.*?)\s*([)[\]])\s*$/s;
const text = /^"(?:[^"\\]|\\.)*"$/s;
const call = /^(date and time|date|time|duration)\s*\(\s*("(?:[^"\\]|\\.)*")\s*\)$/s;

const readers: Record<string, (given: string) => Feel> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** Null for no end, undefined for what is no literal with an order. */
function endOf(literal: string): Feel | undefined {
  if (literal === '' || literal === 'null') return null;
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(literal)) return numberOf(literal).toSignificantDigits(34);
  if (text.test(literal)) return textOfLiteral(literal);
  if (literal.startsWith('@') && text.test(literal.slice(1))) {
    return parseTemporal(textOfLiteral(literal.slice(1))) ?? undefined;
  }
  const [, kind = '', given = ''] = call.exec(literal) ?? [];
  return readers[kind]?.(textOfLiteral(given)) ?? undefined;
}

/** Null when the text is no range. */
export function parseRange(given: string, budget: FeelBudget): FeelRange | null {
  const [, opening, from = '', to = '', closing] = written.exec(given) ?? [];
  const [start, end] = [endOf(from), endOf(to)];
  if (opening === undefined || start === undefined || end === undefined) return null;
  if (start === null && end === null) return null;
  if (start !== null && end !== null && compare(start, end, budget) === null) return null;
  return makeRange(start, end, { startIncluded: opening === '[', endIncluded: closing === ']' });
}
