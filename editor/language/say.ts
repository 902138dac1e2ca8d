// Says a sentence in the language of the page. The English sentence is the key of the catalogues in `de/`;
// values and plurals are ICU messages: `t('{count, plural, one {# plan} other {# plans}}', { count })`.
import { IntlMessageFormat } from 'intl-messageformat';
import { inRetold, inSpoken, spokenLocale } from './spoken.ts';

type Values = Readonly<Record<string, string | number | null | undefined>>;

const formats = new Map<string, IntlMessageFormat>();

/** Reading a message costs more than filling it, so each is read once. */
export function formatOf(message: string, hasTags: boolean): IntlMessageFormat {
  const key = `${spokenLocale()} ${hasTags} ${message}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new IntlMessageFormat(message, spokenLocale(), undefined, { ignoreTag: !hasTags });
  formats.set(key, made);
  return made;
}

const fill = (message: string, values: Values | undefined): string =>
  values ? String(formatOf(message, false).format({ ...values })) : message;

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
export const retell = (english: string): string => inRetold(english);
