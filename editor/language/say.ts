// Says a sentence in the language of the page. The English sentence is the key of the catalogues in `de/`;
// values and plurals are ICU messages: `t('{count, plural, one {# plan} other {# plans}}', { count })`.
import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import { inSpoken, spokenLocale } from './spoken.ts';

export type Values = Readonly<Record<string, string | number>>;
export type RichValues = Readonly<Record<string, ReactNode | ((inside: ReactNode) => ReactNode)>>;

const formats = new Map<string, IntlMessageFormat>();

/** Reading a message costs more than filling it, so each is read once. */
function formatOf(message: string, hasTags: boolean): IntlMessageFormat {
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

/** A sentence with elements inside: `tx('Press <k>?</k> for help', { k: (keys) => <Kbd>{keys}</Kbd> })`. */
export function tx(english: string, values: RichValues): ReactNode {
  const wrapped = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (inside: ReactNode[]) => value(together(inside)) : value,
  ]);
  const parts = formatOf(inSpoken(english), true).format<ReactNode>(Object.fromEntries(wrapped));
  return together(Array.isArray(parts) ? parts : [parts]);
}

const together = (parts: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);
