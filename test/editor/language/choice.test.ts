import { expect, test } from 'vitest';
import { chosenLanguage } from '../../../editor/language/choice.ts';
import { spokenLanguage, t } from '../../../editor/language/index.ts';
import { speak } from '../../../editor/language/speak.ts';
import { setSpoken } from '../../../editor/language/spoken.ts';

const kept = (language: string | null) => () => ({ getItem: () => language });

test('the language that was chosen on this computer comes first', () => {
  expect(chosenLanguage(kept('de'), ['en-US'])).toBe('de');
  expect(chosenLanguage(kept('en'), ['de-DE'])).toBe('en');
});

test('without a choice it is the first language of the browser that there is', () => {
  expect(chosenLanguage(kept(null), ['fr-CA', 'de-AT', 'en'])).toBe('de');
  expect(chosenLanguage(kept('klingon'), ['en-GB', 'de'])).toBe('en');
  expect(chosenLanguage(kept(null), ['fr'])).toBe('en');
  expect(chosenLanguage(kept(null), [])).toBe('en');
});

test('a browser that keeps nothing is asked for its languages', () => {
  const refuses = () => {
    throw new Error('The operation is insecure.');
  };
  expect(chosenLanguage(refuses, ['de'])).toBe('de');
});

// Two hundred kilobytes of German are read by a machine that may have other things to do.
test('German comes with its catalogues', { timeout: 60_000 }, async () => {
  expect(await speak('de')).toBe('de');
  expect([spokenLanguage(), t('Language')]).toEqual(['de', 'Sprache']);
  setSpoken('en', {});
});
