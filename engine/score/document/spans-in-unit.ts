// Standards of a duration may be written as spans such as PT6H, as its observations may; they become numbers in its unit.
import type { Problem } from '../../model/problem.ts';
import { inUnit, isClockUnit, secondsOf } from '../duration.ts';
import { compare } from '../fraction.ts';
import { fault, type Path } from './faults.ts';

interface Place {
  path: Path;
  unit: string;
}

interface InUnit {
  raw: unknown;
  /** The first text that is no such span. */
  wrong: Problem | null;
}

/** Null: no span, one without a length of its own, or one that the digits of a clock do not show exactly. */
function numberOf(text: string, unit: string): number | null {
  const seconds = secondsOf(text, unit);
  if (seconds === null) return null;
  const number = inUnit(seconds, unit);
  const again = isClockUnit(unit) ? secondsOf(number, unit) : seconds;
  return again !== null && compare(again, seconds) === 0 ? number : null;
}

function spanInUnit(text: string, { path, unit }: Place): InUnit {
  const number = numberOf(text, unit);
  if (number !== null) return { raw: number, wrong: null };
  const message = `${JSON.stringify(text)} is no duration in ${unit || 'seconds'}. Write a number, or a span such as PT6H30M.`;
  return { raw: text, wrong: fault('DOC-invalid', path, message) };
}

/** What says how standards are to be read, and is no value. */
const words: readonly string[] = ['kind', 'mode'];

export function spansInUnit(raw: unknown, { path, unit }: Place): InUnit {
  if (typeof raw === 'string') return spanInUnit(raw, { path, unit });
  if (typeof raw !== 'object' || raw === null) return { raw, wrong: null };
  const isList = Array.isArray(raw);
  const read = Object.entries(raw).map(([key, one]): [string, InUnit] => [
    key,
    words.includes(key)
      ? { raw: one, wrong: null }
      : spansInUnit(one, { path: [...path, isList ? Number(key) : key], unit }),
  ]);
  const wrong = read.map(([, one]) => one.wrong).find((one) => one !== null) ?? null;
  const values = read.map(([key, one]): [string, unknown] => [key, one.raw]);
  return { raw: isList ? values.map(([, one]) => one) : Object.fromEntries(values), wrong };
}
