// Which language a person reads: the one they chose on this computer, else the browser's own.
import { closestLanguage, isLanguage, type Language, languages } from './languages.ts';
import { spokenLanguage } from './spoken.ts';

const key = 'cw-language';

/** `storage` is asked for inside: a browser that keeps nothing throws at the very mention of it. */
export function chosenLanguage(
  storage: () => Pick<Storage, 'getItem'>,
  browser: readonly string[],
): Language {
  try {
    const kept = storage().getItem(key);
    if (isLanguage(kept)) return kept;
  } catch {
    // Storage is switched off: the browser's languages decide.
  }
  return closestLanguage(browser);
}

/** Each by its own name. */
export const languageList = (Object.keys(languages) as Language[]).map((language) => ({
  language,
  name: languages[language].name,
}));

export const otherLanguages = () => languageList.filter(({ language }) => language !== spokenLanguage());

/** Words are said while modules load, so another language begins with another page. */
export function chooseLanguage(language: Language): void {
  try {
    window.localStorage.setItem(key, language);
  } catch {
    // Nothing is kept without storage; the next page is in the browser's language again.
  }
  window.location.reload();
}
