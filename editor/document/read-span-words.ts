// A length of time as a person types it: "10 working days", "3 months", "2 Tage vorher" → 10bd, P3M, -P2D. English and
// German are both read, whichever is spoken.
// Text that says no length is null: it may be an expression, or not finished yet.
import { isSpan } from '../../engine/index.ts';
import { decimalSign } from '../language/say.ts';

interface Unit {
  letter: string;
  /** Of the time of day. */
  isTime: boolean;
}

const units: readonly [RegExp, Unit][] = [
  [/^(y|yr|yrs|years?|jahre?n?)$/, { letter: 'Y', isTime: false }],
  [/^(mo|months?|monate?n?)$/, { letter: 'M', isTime: false }],
  [/^(w|wk|wks|weeks?|wochen?)$/, { letter: 'W', isTime: false }],
  [/^(d|days?|tage?n?)$/, { letter: 'D', isTime: false }],
  [/^(h|hr|hrs|hours?|std|stunden?)$/, { letter: 'H', isTime: true }],
  [/^(min|mins|minute|minutes|minuten)$/, { letter: 'M', isTime: true }],
  [/^(s|sec|secs|seconds?|sekunden?)$/, { letter: 'S', isTime: true }],
];
/** ISO 8601 has them in this order. */
const order = 'YMWD HMS';
const numbers: readonly RegExp[] = [
  /^(an?|one|eine?[mnr]?)$/,
  /^(two|zwei)$/,
  /^(three|drei)$/,
  /^(four|vier)$/,
  /^(five|fünf)$/,
  /^(six|sechs)$/,
  /^(seven|sieben)$/,
  /^(eight|acht)$/,
  /^(nine|neun)$/,
  /^(ten|zehn)$/,
];

const workingDays = /^(\d+) ?(?:bd|(?:working|business|work) ?days?|(?:arbeits|werk)tage?n?)$/;
const part = /(\d+(?:\.\d+)?) ?(\p{Ll}+)/gu;

function amountsIn(text: string): { amount: string; unit: Unit }[] | null {
  const rest = text.replaceAll(part, '').replaceAll(/\b(and|und)\b|,/g, '');
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

/** Without the signs between each three digits, and with a point before decimals. */
function plainNumbers(text: string): string {
  const isPoint = decimalSign() === '.';
  const ungrouped = text.replaceAll(isPoint ? /(?<=\d),(?=\d{3}(?!\d))/g : /(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  return isPoint ? ungrouped : ungrouped.replaceAll(/(?<=\d),(?=\d)/g, '.');
}

/** Articles, number words, and what only says where it counts from. */
function plainly(text: string): { words: string; isBefore: boolean } {
  const lower = plainNumbers(text.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  const isBefore = / (before|earlier|ahead|vor|vorher|davor|zuvor)\b/.test(lower);
  const bare = lower
    .replace(/ (before|earlier|ahead|after|later|vor|vorher|davor|zuvor|nach|danach|später)(?!\p{L}).*$/u, '')
    .replace(/^(after|in|nach) /, '');
  const words = bare.replaceAll(/\p{Ll}+/gu, (word) => {
    const number = numbers.findIndex((pattern) => pattern.test(word));
    return number < 0 ? word : String(number + 1);
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
