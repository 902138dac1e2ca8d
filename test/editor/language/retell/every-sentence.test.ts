// The engine and the server know no language, so that nothing stops one of them from saying something new. This does.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  findIn,
  type Hole,
  lengthOf,
  readTemplate,
  shapeOf,
} from '../../../../editor/language/retell/template.ts';
import { functionNames } from '../../../../engine/index.ts';
import { readSentences, readWords } from './sentences-in-source.ts';

const catalogueOf = (side: string): [string, string][] =>
  Object.entries(
    JSON.parse(
      readFileSync(new URL(`../../../../editor/language/retell/de/${side}.json`, import.meta.url), 'utf8'),
    ),
  );
const entries = ['engine', 'server'].flatMap(catalogueOf);
const keys = entries.map(([key]) => key);
const shapes = new Set(keys.map(shapeOf));

/** Words of expressions and documents, which are the same in every language. */
const isCode = (template: string): boolean =>
  [...functionNames].includes(template) ||
  [
    /^(?:RULE ORDER|OUTPUT ORDER|date time|time offset|(?:start|end) (?:included|position)|(?:grouping|decimal) separator)$/,
    // FEEL and XML as they are written, places in a file, keys of the machine, a table of the database.
    /^if [({]|^(?:get value|list contains)\(|^\(\{\w+\}\) |^\{\w+\} else |^<\?xml|^\(\?:/,
    /^\((?:branch|state) |^\{event\} of line|^(?:timer|overdue|account|address) \{/,
    /^(?:no-cache, no-transform|components as c|seen as s|: still here|Cyclewright (?:cycle|migration)\/1)$/,
  ].some((pattern) => pattern.test(template));

/** Said in pieces whose order is another one in German: for each source the keys that spell out what can come of it. */
const spelledOut: readonly (readonly [source: string, keys: RegExp])[] = [
  ['{subject}: {name} {was} added{value}.', /^\{subject\}: \{name\} (?:was|were) added/],
  ['{subject}: {name} {was} removed{value}.', /^\{subject\}: \{name\} (?:was|were) removed/],
  ['{subject}: {name} {is} now {shown} and {was} {shown}.', /^\{subject\}: \{name\} (?:is|are) now/],
  ['{capital} cannot be {verbs} {second}.', /^\{capital\} cannot be /],
  ['{on} {known}.', /^\{on\} (?!the plan started|the time|“)/],
  ['the {field}', /^the [a-z]+$/],
  ['{name} is {value}', /^\{name\} is a (?:list|record) of/],
  ['{on} {actor} completed “{task}”.', /^On \{day\} \{actor\} completed/],
  ['{on} {actor} cancelled the plan.', /^On \{day\} \{actor\} cancelled/],
  ['{on} {actor} sent the event “{type}”.', /^On \{day\} \{actor\} sent/],
  [
    '{triggerInWords} {wayInWords}{because}.',
    /^(?:So|Without waiting,|As everything in (?:the cycle|\{from\}) was done,|\{raised\}, so) it \{way\}/,
  ],
  ['{did}{endingInWords}', /^(?:\{did\}|ended|stands|would (?:have ended|stand)) (?:as|in) \{/],
  ['It {did}; it would have ended {by}.', /^It \{did\}; it would have ended all/],
  ['It {did}; it would stand {by}.', /^It \{did\}; it would stand all/],
  ['{count} {noun}ies', /^(?:1 entry|\{count\} entries)$/],
  ['{count} {noun}', /^(?:1 (?:character|field)|\{count\} (?:characters|fields))$/],
  [': {shown}', /^: \{value\}$/],
  [
    'The cycle has an error; mend them and publish again. The draft is kept.',
    /^The cycle has an error; mend it/,
  ],
  [
    'The cycle has {length} errors; mend it and publish again. The draft is kept.',
    /^The cycle has \{length\} errors; mend them/,
  ],
  ['they are', /\bthey are\b/],
  ['the manager of', /^the manager of \{component\}$/],
  ['it is overdue and {reason}', /because it is overdue and \{/],
  ['to them', /\bto them$/],
  ['you {manage}', /^(?:you|they) (?:answer|manage|work)\b|\bthey answer\b|^their role/],
];
const spelledSources = spelledOut.map(([source]) => shapeOf(source));

const words = readWords();
const said = readSentences().filter(({ template }) => !isCode(template));

test('everything that the engine and the server may say is there in German', () => {
  const missing = said.filter(({ template }) => {
    const shape = shapeOf(template);
    return !shapes.has(shape) && !spelledSources.includes(shape);
  });
  expect(missing.map(({ place, template }) => `${place} ${template}`)).toEqual([]);
});

test('nothing is in German that neither of them says', () => {
  const templates = [...new Set(said.map(({ template }) => template))];
  const saidShapes = new Set(templates.map(shapeOf));
  // What begins or ends with a hole fits too much to prove anything.
  const telling = templates.map(readTemplate).filter((template) => lengthOf(template) > 8);
  const isSaid = (key: string): boolean =>
    saidShapes.has(shapeOf(key)) ||
    words.has(key) ||
    spelledOut.some(([, pattern]) => pattern.test(key)) ||
    telling.some((template) => findIn(key, template) !== null);
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('what is spelled out is there', () => {
  const without = spelledOut.filter(([, pattern]) => !keys.some((key) => pattern.test(key)));
  expect(without.map(([source]) => source)).toEqual([]);
});

test('a German sentence has no hole that the English one has not', () => {
  const names = (holes: readonly Hole[]): string[] => holes.map(({ name }) => name);
  const wrong = entries.filter(([key, value]) => {
    const given = names(readTemplate(key).holes);
    return names(readTemplate(value).holes).some((name) => !given.includes(name));
  });
  expect(wrong).toEqual([]);
});

test('no two templates find the same', () => {
  const all = keys.map(shapeOf);
  expect(all.filter((shape, at) => all.indexOf(shape) !== at)).toEqual([]);
});

test('no braces are left in German: each hole is one', () => {
  const wrong = entries.filter(([, value]) =>
    readTemplate(value).between.some((words) => /[{}]/.test(words)),
  );
  expect(wrong.filter(([key]) => !key.includes('{...}'))).toEqual([]);
});
