// What is spoken on this page. The one thing of the editor that a module holds and that changes: main.tsx sets it once,
// before the application is imported, so that a sentence can be said anywhere, in constants of modules too (ADR 0026).
import { type Language, languages } from './languages.ts';

/** English sentences and what they are in another language. */
export type Words = Readonly<Record<string, string>>;

/** A sentence of the engine or the server in another language; null when it is not known there. */
export type Retelling = (english: string) => string | null;

const same: Retelling = (english) => english;

const spoken: { language: Language; words: Words; retelling: Retelling } = {
  language: 'en',
  words: {},
  retelling: same,
};

export function setSpoken(language: Language, words: Words, retelling: Retelling = same): void {
  spoken.language = language;
  spoken.words = words;
  spoken.retelling = retelling;
}

export const spokenLanguage = (): Language => spoken.language;
export const spokenLocale = (): string => languages[spoken.language].locale;

/** A sentence that no catalogue has is better in English than not at all; a test keeps the catalogues whole. */
export const inSpoken = (english: string): string => spoken.words[english] ?? english;

export const inRetold = (english: string): string => spoken.retelling(english) ?? english;
