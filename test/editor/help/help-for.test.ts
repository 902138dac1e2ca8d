import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { places } from '../../../editor/app/shell/places.ts';
import { shortcuts } from '../../../editor/canvas/shortcuts.ts';
import { helps, keysFor } from '../../../editor/help/help-for.ts';
import { words } from '../../../editor/help/words.ts';
import { inboxKeys } from '../../../editor/inbox/inbox-keys.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const german: Record<string, string> = JSON.parse(read('editor/language/de/help.json'));

/** Pages that nobody is on, or on before they are signed in. */
const without = ['/welcome', '/sign-in', '/'];
const paths = Array.from(
  read('editor/app/router.tsx').matchAll(/ {2}path: '(.+)'/g),
  ([, path]) => path ?? '',
);

test('every page behind the sign-in has help, and no help is of a page that is not there', () => {
  expect(paths.length).toBeGreaterThan(places.length);
  expect(Object.keys(helps).sort()).toEqual(paths.filter((path) => !without.includes(path)).sort());
});

const languages = [
  ['English', (sentence: string) => sentence],
  ['German', (sentence: string) => german[sentence] ?? german[`${sentence} (noun)`] ?? ''],
] as const;

test.each(languages)('in %s each help is whole, and short enough to be read', (_, say) => {
  for (const [path, { name, purpose, acts, words: named }] of Object.entries(helps)) {
    const explained = named.flatMap((id) => [words[id].word, words[id].meaning]);
    const said = [name, purpose, ...acts, ...explained].map(say);
    expect(
      said.filter((sentence) => sentence === ''),
      path,
    ).toEqual([]);
    expect(said.join(' ').length, path).toBeLessThan(900);
    expect(acts.length, path).toBeGreaterThanOrEqual(2);
    expect(acts.length, path).toBeLessThanOrEqual(5);
  }
});

test('each word that is explained is named by some page', () => {
  const named = new Set(Object.values(helps).flatMap((help) => help.words));
  expect(Object.keys(words).filter((id) => ![...named].some((each) => each === id))).toEqual([]);
});

test('the keys of a page are those that work there', () => {
  const inPlaces = places.filter(({ to }) => to !== '/inbox');
  for (const { to, key } of inPlaces) expect(keysFor(to)[0]?.keys, to).toEqual(['g', key]);
  expect(keysFor('/inbox').map(({ words: does }) => does)).toEqual(inboxKeys.map(([, does]) => does));
  const ofCanvas = shortcuts.map(({ words: does }): string => does);
  const shown = keysFor('/cycles/$cycleId').map(({ words: does }) => does);
  expect(shown.filter((does) => ofCanvas.includes(does)).length).toBeGreaterThan(10);
  for (const path of Object.keys(helps)) expect(keysFor(path).map(({ keys }) => keys.join())).toContain('F1');
});
