// The languages of the screens: how each is named in itself, and whose habits its dates and numbers follow.
// A language is added here, as a folder of catalogues beside this file, and in `speak.ts`.
export const languages = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
} as const;

export type Language = keyof typeof languages;

export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && Object.hasOwn(languages, text);

/** The first of the browser's languages that there is; English when none of them is. */
export function closestLanguage(asked: readonly string[]): Language {
  const known = asked.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
  return known ?? 'en';
}
