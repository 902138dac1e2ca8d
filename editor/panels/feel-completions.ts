// What could follow the word before the caret in a FEEL expression: names in scope, their fields, functions.
import type { ScopeName } from '../../engine/index.ts';

export interface Known {
  names: readonly ScopeName[];
  variables: readonly string[];
  functions: readonly string[];
}

export interface Completion {
  label: string;
  about: string;
  /** The whole expression with the word completed. */
  text: string;
}

const most = 6;

export function completionsFor(text: string, caret: number, known: Known): Completion[] {
  const before = text.slice(0, caret);
  if (insideText(before)) return [];
  const path = /([A-Za-z_][A-Za-z0-9_]*)\.([A-Za-z0-9_]*)$/.exec(before);
  const word = path ? (path[2] ?? '') : (/[A-Za-z_][A-Za-z0-9_]*$/.exec(before)?.[0] ?? '');
  if (!path && word === '') return [];
  const offers = path ? fieldsOf(path[1] ?? '', known) : everything(known);
  return offers
    .filter(({ label }) => label.toLowerCase().startsWith(word.toLowerCase()) && label !== word)
    .slice(0, most)
    .map(({ label, about }) => ({
      label,
      about,
      text: before.slice(0, before.length - word.length) + label + text.slice(caret),
    }));
}

/** An odd number of quotes before the caret: the caret is in a text, where nothing is a name. */
const insideText = (before: string): boolean => (before.match(/"/g)?.length ?? 0) % 2 === 1;

const fieldsOf = (name: string, { names }: Known) =>
  (names.find((entry) => entry.name === name)?.fields ?? []).map((field) => ({
    label: field,
    about: `A field of ${name}`,
  }));

const everything = ({ names, variables, functions }: Known) => [
  ...variables.map((label) => ({ label, about: 'A variable of this cycle' })),
  ...names.map(({ name, about }) => ({ label: name, about })),
  ...functions.map((name) => ({ label: `${name}(`, about: 'A function' })),
];
