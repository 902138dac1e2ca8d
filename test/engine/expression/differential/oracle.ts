// The same expression by both evaluators, their answers in one form that can be compared.
import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { compileFeel } from '../../../../engine/expression/compile-feel.ts';
import { parseTemporal } from '../../../../engine/expression/temporal/parse-calendar.ts';
import { entriesOf } from '../../../../engine/expression/value/context.ts';
import type { Feel } from '../../../../engine/expression/value/feel.ts';
import { isoText } from '../../../../engine/expression/value/iso.ts';
import { toFeel } from '../../../../engine/expression/value/json.ts';
import { isList } from '../../../../engine/expression/value/kinds.ts';
import { isNumber } from '../../../../engine/expression/value/number.ts';
import type { Json } from '../../../../engine/model/json.ts';
import { scope } from './generate.ts';

/** `calendar` is ISO 8601 text; `odd` is what neither names: a range, a function, an object of JavaScript. */
export type Answer =
  | null
  | boolean
  | number
  | string
  | { calendar: string }
  | { list: Answer[] }
  | { context: [string, Answer][] }
  | { odd: string };

const values: Record<string, Feel> = {};
const theirs: Record<string, unknown> = {};
for (const [name, json] of Object.entries(scope.json)) {
  values[name] = toFeel(json as unknown as Json);
  theirs[name] = json;
}
for (const [name, text] of Object.entries(scope.temporal)) {
  values[name] = parseTemporal(text);
  theirs[name] = evaluate(`@"${text}"`).value;
}

const names = Object.keys(values);

function fromOurs(value: Feel): Answer {
  if (value === null || typeof value !== 'object') return value;
  if (isNumber(value)) return value.toNumber();
  if (isList(value)) return { list: value.map(fromOurs) };
  if (value.kind === 'context')
    return { context: sorted(entriesOf(value).map(([key, item]) => [key, fromOurs(item)])) };
  return value.kind === 'range' || value.kind === 'function'
    ? { odd: value.kind }
    : { calendar: isoText(value) };
}

const sorted = (entries: [string, Answer][]): [string, Answer][] =>
  entries.sort(([a], [b]) => (a < b ? -1 : 1));

const isCalendar = (value: unknown): value is FeelDate | FeelTime | FeelDateTime | FeelDuration =>
  [FeelDate, FeelTime, FeelDateTime, FeelDuration].some((kind) => value instanceof kind);

function fromTheirs(value: unknown): Answer {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value)) return { list: value.map(fromTheirs) };
  if (isCalendar(value)) return { calendar: value.toString() };
  if (Object.getPrototypeOf(value) !== Object.prototype) return { odd: 'range' };
  return { context: sorted(Object.entries(value).map(([key, item]) => [key, fromTheirs(item)])) };
}

export interface Answers {
  ours: Answer;
  theirs: Answer;
  /** What they threw, if they did. */
  thrown: string | null;
}

export function answer(text: string): Answers {
  return { ours: ourAnswer(text), ...theirAnswer(text) };
}

function ourAnswer(text: string): Answer {
  const compiled = compileFeel(text, { dialect: 'expression', names, functions: 'full' });
  if (compiled.kind === 'refused') return { odd: 'refused' };
  const { value, warnings } = compiled.program.evaluate((name) => values[name]);
  const stopped = warnings.find((warning) => warning.code === 'stopped');
  if (stopped) throw new Error(`${text}: ${stopped.message}`);
  return fromOurs(value);
}

function theirAnswer(text: string): Pick<Answers, 'theirs' | 'thrown'> {
  try {
    return { theirs: fromTheirs(evaluate(text, theirs).value), thrown: null };
  } catch (cause) {
    return { theirs: null, thrown: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** What the grammar that both use gives up on, neither reads. */
const isRefused = (value: Answer): boolean =>
  typeof value === 'object' && value !== null && 'odd' in value && value.odd === 'refused';

export const agree = ({ ours, theirs, thrown }: Answers): boolean =>
  thrown === null ? JSON.stringify(ours) === JSON.stringify(theirs) : isRefused(ours);
