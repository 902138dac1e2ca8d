// Numbers, dates and lists as the language of the page writes them. Nothing else in the editor asks `Intl`.
import { habits } from './habits.ts';
import { spokenLocale } from './spoken.ts';

const minute = 60_000;
let asked: { offset: number; minute: number; zone: string } | null = null;

/**
 * Asked for anew each minute, as a neighbouring zone may have the same offset, and at once where that changed: `Intl`
 * takes long to say it, and every date on a page asks.
 */
export function computerZone(): string {
  const now = new Date();
  const offset = now.getTimezoneOffset();
  const at = Math.floor(now.getTime() / minute);
  if (asked?.offset !== offset || asked.minute !== at)
    asked = { offset, minute: at, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return asked.zone;
}
export const viewerZone = (): string => habits.zone ?? computerZone();

/** To make one takes a hundred times as long as to use it, and a page has few ways to write a date in. */
function keeping<Options, Made>(make: (locale: string, options: Options) => Made) {
  const made = new Map<string, Made>();
  return (locale: string, options: Options): Made => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(locale, options);
    made.set(key, known);
    return known;
  };
}
const dateFormat = keeping(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const numberFormat = keeping(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

export const numberText = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  numberFormat(spokenLocale(), options).format(value);

/** Between a number and its decimals. */
export const decimalSign = (): string =>
  new Intl.NumberFormat(spokenLocale()).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ??
  '.';

/** What a number of percent ends in: "5%", in German "5 %" on one line. */
export const percentSign = (): string =>
  numberFormat(spokenLocale(), { style: 'percent' }).format(1).replace('100', '');

/** What follows a number in its unit; the two stay on one line. */
export function unitAfter(unit: string): string {
  if (unit === '') return '';
  return unit === '%' ? percentSign() : `\u00a0${unit}`;
}

export const percentText = (percent: number, options: Intl.NumberFormatOptions = {}): string =>
  `${numberText(percent, options)}${percentSign()}`;

/** Sentences are written with "5 %", whatever their language. */
export const withPercentSigns = (said: string): string =>
  said.includes(' %') ? said.replaceAll(/(?<=\d) %/g, percentSign()) : said;

export const dateText = (instant: string | Date, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(spokenLocale(), options).format(new Date(instant));

/** The calendar day of an instant in a zone, such as 2026-11-26. For reckoning, in no language. */
export const dayInZone = (instant: string, zone: string): string =>
  dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );

/** "a, b and c". */
export const listText = (
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(spokenLocale(), { type }).format(items);
