// A length of time as a person types it: "10 working days", "3 months", "2 days before" → 10bd, P3M, -P2D.
// Text that says no length is null: it may be an expression, or not finished yet.
import { isSpan } from '../../engine/index.ts';

interface Unit {
  letter: string;
  /** Of the time of day. */
  isTime: boolean;
}

const units: readonly [RegExp, Unit][] = [
  [/^(y|yr|yrs|year|years)$/, { letter: 'Y', isTime: false }],
  [/^(mo|month|months)$/, { letter: 'M', isTime: false }],
  [/^(w|wk|wks|week|weeks)$/, { letter: 'W', isTime: false }],
  [/^(d|day|days)$/, { letter: 'D', isTime: false }],
  [/^(h|hr|hrs|hour|hours)$/, { letter: 'H', isTime: true }],
  [/^(min|mins|minute|minutes)$/, { letter: 'M', isTime: true }],
  [/^(s|sec|secs|second|seconds)$/, { letter: 'S', isTime: true }],
];
/** ISO 8601 has them in this order. */
const order = 'YMWD HMS';
const numbers = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const workingDays = /^(\d+) ?(?:bd|(?:working|business|work) ?days?)$/;
const part = /(\d+(?:\.\d+)?) ?([a-z]+)/g;

function amountsIn(text: string): { amount: string; unit: Unit }[] | null {
  const rest = text.replaceAll(part, '').replaceAll(/\band\b|,/g, '');
  if (rest.trim() !== '') return null;
  const amounts: { amount: string; unit: Unit }[] = [];
  for (const [, amount = '', word = ''] of text.matchAll(part)) {
    const unit = units.find(([pattern]) => pattern.test(word))?.[1];
    if (!unit) return null;
    amounts.push({ amount, unit });
  }
  return amounts;
}

const placeOf = ({ letter, isTime }: Unit): number => order.indexOf(letter, isTime ? order.indexOf(' ') : 0);

function isoFrom(text: string): string | null {
  const amounts = amountsIn(text)?.toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit)) ?? [];
  const write = (isTime: boolean): string =>
    amounts
      .filter(({ unit }) => unit.isTime === isTime)
      .map(({ amount, unit }) => amount + unit.letter)
      .join('');
  const time = write(true);
  const span = `P${write(false)}${time === '' ? '' : `T${time}`}`;
  return isSpan(span) ? span : null;
}

/** Articles, number words, and what only says where it counts from. */
function plainly(text: string): { words: string; isBefore: boolean } {
  const lower = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const isBefore = / (before|earlier|ahead)\b/.test(lower);
  const bare = lower.replace(/ (before|earlier|ahead|after|later)\b.*$/, '').replace(/^(after|in) /, '');
  const words = bare.replaceAll(/\b[a-z]+\b/g, (word) => {
    const number = word === 'an' ? 0 : numbers.indexOf(word);
    return number < 0 ? word : String(Math.max(1, number));
  });
  return { words, isBefore };
}

export function readSpanWords(text: string): string | null {
  if (isSpan(text)) return text.trim();
  const { words, isBefore } = plainly(text);
  const working = workingDays.exec(words)?.[1];
  const span = working === undefined ? isoFrom(words) : `${Number(working)}bd`;
  if (span === null || !isSpan(span)) return null;
  return isBefore ? `-${span}` : span;
}
