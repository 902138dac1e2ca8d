// The sign that a language puts between each three digits, where somebody types or pastes it: both signs begin decimals, so
// that 2,5 is understood in English and 2.5 in German, and 1,234 came to be a little more than one.

export const groupSign = (decimalSign: string): string => (decimalSign === ',' ? '.' : ',');

/** What is in the field ends in three digits behind a sign; nobody writes 0,125 for a whole number. */
export const endsInGroup = (text: string): boolean => /^-?[1-9]\d*\.\d{3}$/.test(text);

/** A whole text without the signs between its thousands, as the language with this decimal sign writes them. */
export function withoutGroups(text: string, decimalSign: string): string {
  const group = groupSign(decimalSign);
  const written = new RegExp(`^[-−]?[1-9]\\d{0,2}(?:[${group}\\s’']\\d{3})+(?:\\${decimalSign}\\d+)?$`);
  return written.test(text)
    ? text.replaceAll(new RegExp(`[${group}\\s’']`, 'g'), '').replace('−', '-')
    : text;
}
