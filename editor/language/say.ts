// Says a sentence in the language of the page. The English sentence is the key of the catalogues in `de/`;
// values and plurals are ICU messages: `t('{count, plural, one {# plan} other {# plans}}', { count })`.
import { IntlMessageFormat } from 'intl-messageformat';
import { numberText, withPercentSigns } from './formats.ts';
import { inRetold, inSpoken, spokenLocale } from './spoken.ts';

/** For what reads numbers back that were said here. */
export { decimalSign } from './formats.ts';

type Values = Readonly<Record<string, string | number | null | undefined>>;

const everyDigit = { maximumFractionDigits: 20 };
const ARGUMENT = 1;
const asSaid = (name: string): string => `${name} said`;

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** What is put into a sentence as it is reads the value as it is said. */
function readSaid(parts: Parts): void {
  for (const part of parts) {
    if (part.type === ARGUMENT) part.value = asSaid(part.value);
    if ('options' in part) for (const { value } of Object.values(part.options)) readSaid(value);
    if ('children' in part) readSaid(part.children);
  }
}

const formats = new Map<string, IntlMessageFormat>();

/** Reading a message costs more than filling it, so each is read once. */
export function formatOf(message: string, hasTags: boolean): IntlMessageFormat {
  const key = `${spokenLocale()} ${hasTags} ${message}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new IntlMessageFormat(message, spokenLocale(), undefined, { ignoreTag: !hasTags });
  readSaid(made.getAst());
  formats.set(key, made);
  return made;
}

/** A number that stands in a sentence is written as the language does; which form of a plural it takes needs it as it is. */
export function saidBy<Value>(values: Readonly<Record<string, Value>>): Record<string, Value | string> {
  const said: Record<string, Value | string> = {};
  for (const [name, value] of Object.entries(values)) {
    said[name] = value;
    said[asSaid(name)] = typeof value === 'number' ? numberText(value, everyDigit) : value;
  }
  return said;
}

const fill = (message: string, values: Values | undefined): string =>
  withPercentSigns(values ? String(formatOf(message, false).format(saidBy(values))) : message);

/** Without values the sentence is taken as it stands, braces and all. */
export const t = (english: string, values?: Values): string => fill(inSpoken(english), values);

/**
 * A word that English has once and another language twice: `tAs('verb', 'Open')` and `tAs('adjective', 'Open')`.
 * The catalogue has it as `Open (verb)`.
 */
export function tAs(sense: string, english: string, values?: Values): string {
  const key = `${english} (${sense})`;
  const found = inSpoken(key);
  return fill(found === key ? english : found, values);
}

/**
 * What the engine and the server say is English and knows no language: their sentences come through here on their way to
 * the screen. One that no template knows stays as it is.
 */
export const retell = (english: string): string => withPercentSigns(inRetold(english));
