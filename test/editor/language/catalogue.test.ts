import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { argumentsOf } from './read-message.ts';
import { readSources, saidIn } from './read-sources.ts';
import { unspokenIn } from './unspoken.ts';

const catalogues = new URL('../../../editor/language/de/', import.meta.url);
const catalogueOf = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(file, catalogues), 'utf8'));
const files = readdirSync(catalogues);
const german = new Map(files.map((file) => [file.replace('.json', ''), catalogueOf(file)]));

const sources = readSources().filter(({ folder }) => folder !== 'language');
const said = sources.flatMap(saidIn);

test('each sentence is written out, with its values beside it: a catalogue cannot have what is put together', () => {
  const put = said.filter(({ key, values }) => key === null || values === undefined);
  expect(put.map(({ place }) => place)).toEqual([]);
});

test('a sentence is given exactly the values that it names', () => {
  const wrong = said.filter(({ sentence, isRich, values }) => {
    if (!values) return /(?<!\{)\{\s*\w+\s*[,}]/.test(sentence);
    return argumentsOf(sentence, { isRich }).join() !== values.join();
  });
  expect(wrong.map(({ place, sentence }) => `${place} “${sentence}”`)).toEqual([]);
});

test('everything that is said is there in German, in the catalogue of its folder', () => {
  const missing = said.filter(({ folder, key }) => key !== null && german.get(folder)?.[key] === undefined);
  expect(missing.map(({ place, key }) => `${place} ${JSON.stringify(key)}`)).toEqual([]);
});

test('nothing is in German that nobody says', () => {
  const keys = new Set(said.map(({ folder, key }) => `${folder}: ${key}`));
  const known = [...german].flatMap(([folder, words]) =>
    Object.keys(words).map((key) => `${folder}: ${key}`),
  );
  expect(known.filter((key) => !keys.has(key))).toEqual([]);
});

test('a sentence has the same values and tags in German', () => {
  const wrong = said.filter(({ folder, key, sentence, isRich, values }) => {
    const translated = key === null ? undefined : german.get(folder)?.[key];
    if (translated === undefined || !values) return false;
    return argumentsOf(sentence, { isRich }).join() !== argumentsOf(translated, { isRich }).join();
  });
  expect(wrong.map(({ place, key }) => `${place} ${JSON.stringify(key)}`)).toEqual([]);
});

test('a sentence is the same in German wherever it is said', () => {
  const first = new Map<string, string>();
  const differing = [...german].flatMap(([folder, words]) =>
    Object.entries(words)
      .filter(([key, word]) => {
        const before = first.get(key) ?? word;
        first.set(key, before);
        return before !== word;
      })
      .map(([key, word]) => `${folder}: ${key} is “${word}” here and “${first.get(key)}” elsewhere`),
  );
  expect(differing).toEqual([]);
});

test('no words are left outside the catalogues', () => {
  expect(sources.flatMap(unspokenIn)).toEqual([]);
});

test('numbers, dates and lists are written in one place', () => {
  const own = sources.filter(({ tree }) =>
    /\bIntl\.(?!supportedValuesOf)|\.toLocale\w*String\(/.test(tree.text),
  );
  expect(own.map(({ path }) => path)).toEqual([]);
});
