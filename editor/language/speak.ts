// Fetches the words of a language and makes it the page's. English is in the code and costs nothing.
import type { Language } from './languages.ts';
import { type Retelling, setSpoken, type Words } from './spoken.ts';

const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ words: Words; retelling: Retelling }>> = {
  de: () => import('./german.ts'),
};

/** Answers with the language that is spoken from now on: English when the words cannot be had. */
export async function speak(language: Language): Promise<Language> {
  if (language === 'en') return language;
  try {
    const { words, retelling } = await catalogues[language]();
    setSpoken(language, words, retelling);
    return language;
  } catch {
    return 'en';
  }
}
