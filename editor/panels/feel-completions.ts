// What could follow the word before the caret in a FEEL expression: names in scope with their types, their fields,
// functions with their parameters.
import {
  type Cycle,
  describeType,
  type FeelType,
  type FunctionSignature,
  functionSignatures,
  scopeNames,
  typesOfDecisions,
  typesOfScope,
} from '../../engine/index.ts';
import { retell, t } from '../language/index.ts';

export interface Known {
  /** Every name in scope. */
  types: Readonly<Record<string, FeelType>>;
  about: ReadonlyMap<string, string>;
  functions: readonly FunctionSignature[];
}

export interface Completion {
  label: string;
  /** Its type, or what a function gives. */
  gives: string;
  about: string;
  /** The whole expression with the word completed. */
  text: string;
  caret: number;
  /** It is all that there is to write. */
  isWhole?: true;
}

const most = 8;

/** What names things in a cycle. */
type Naming = Pick<Cycle, 'variables' | 'decisions' | 'types'>;

/** What the decisions give does not depend on the stages. */
const blank: Cycle = { schema: 'cycle/1', id: 'names', name: t('Names'), initial: 'none', stages: {} };

/** What the expressions of a cycle know: its variables, its decisions, and what every cycle has. */
export function knownIn(
  { variables = {}, decisions = {}, types = {} }: Naming,
  parameters: readonly string[] = [],
): Known {
  const entries = Object.entries(decisions);
  const own = entries.length > 0 ? typesOfDecisions({ ...blank, variables, decisions, types }) : {};
  return {
    types: {
      ...typesOfScope(variables),
      ...own,
      ...Object.fromEntries(parameters.map((name) => [name, { kind: 'any' as const }])),
    },
    about: new Map([
      ...Object.keys(variables).map((name): [string, string] => [name, t('A variable of this cycle')]),
      ...entries.map(([name, { name: words }]): [string, string] => [
        name,
        words ?? t('A decision of this cycle'),
      ]),
      ...scopeNames.map(({ name, about }): [string, string] => [name, retell(about)]),
      ...parameters.map((name): [string, string] => [name, t('A parameter of this decision')]),
    ]),
    functions: functionSignatures,
  };
}

type Offer = Omit<Completion, 'text' | 'caret' | 'isWhole'> & { insert: string };

/** The values of a column that could follow, before everything else that could. */
export function cellCompletionsFor(
  text: string,
  caret: number,
  known: Known,
  choices: readonly string[],
): Completion[] {
  return [...choicesFor(text, caret, choices), ...completionsFor(text, caret, known)].slice(0, most);
}

const plain = (literal: string): string => literal.replaceAll('"', '').toLowerCase();

/** FEEL literals that begin as the value in hand does, with its quote or without. */
function choicesFor(text: string, caret: number, choices: readonly string[]): Completion[] {
  const before = /^\s*-\s*$/.test(text) ? '' : text.slice(0, caret);
  const after = before === '' ? '' : text.slice(caret).replace(insideText(before) ? /^[^",]*"?/ : '', '');
  const word = insideText(before)
    ? /"[^"]*$/.exec(before)?.[0]
    : /(?:^|[,(]\s*)([^\s,("]*)$/.exec(before)?.[1];
  if (word === undefined) return [];
  const start = before.length - word.length;
  const used = new Set(before.slice(0, start).match(/"[^"]*"|[^\s,()]+/g));
  return choices
    .filter((choice) => choice !== word && !used.has(choice) && plain(choice).startsWith(plain(word)))
    .map((choice) => ({
      label: choice,
      gives: t('allowed'),
      about: '',
      text: before.slice(0, start) + choice + after,
      caret: start + choice.length,
      ...(start === 0 && after === '' ? { isWhole: true as const } : {}),
    }));
}

export function completionsFor(text: string, caret: number, known: Known): Completion[] {
  const before = text.slice(0, caret);
  if (insideText(before)) return [];
  const path = /((?:[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]]*\])?\.)+)([A-Za-z0-9_]*)$/.exec(before);
  const word = path ? (path[2] ?? '') : (/[A-Za-z_][A-Za-z0-9_]*$/.exec(before)?.[0] ?? '');
  if (!path && word === '') return [];
  const offers = path ? fieldsOf(path[1] ?? '', known) : everything(known);
  const start = before.length - word.length;
  return offers
    .filter(({ label }) => label.toLowerCase().startsWith(word.toLowerCase()) && label !== word)
    .slice(0, most)
    .map(({ insert, ...shown }) => ({
      ...shown,
      text: text.slice(0, start) + insert + text.slice(caret),
      caret: start + insert.length,
    }));
}

/** An odd number of quotes before the caret: the caret is in a text, where nothing is a name. */
const insideText = (before: string): boolean => (before.match(/"/g)?.length ?? 0) % 2 === 1;

/** A field of a list is that field of each of its items. */
const insideOf = (type: FeelType | undefined): FeelType | undefined =>
  type?.kind === 'list' ? insideOf(type.of) : type;

function fieldsOf(path: string, { types }: Known): Offer[] {
  const names = path
    .split('.')
    .slice(0, -1)
    .map((name) => name.replace(/\[.*$/, ''));
  const within = names.reduce<FeelType | undefined>((type, name, index) => {
    if (index === 0) return insideOf(Object.hasOwn(types, name) ? types[name] : undefined);
    return type?.kind === 'context' && Object.hasOwn(type.fields, name)
      ? insideOf(type.fields[name])
      : undefined;
  }, undefined);
  if (within?.kind !== 'context') return [];
  return Object.entries(within.fields).map(([name, type]) => ({
    label: name,
    insert: name,
    gives: typeWords(type),
    about: t('A field of {names}', { names: names.join('.') }),
  }));
}

const typeWords = (type: FeelType): string => retell(describeType(type));

const everything = ({ types, about, functions }: Known): Offer[] => [
  ...Object.entries(types).map(([name, type]) => ({
    label: name,
    insert: type.kind === 'function' ? `${name}(` : name,
    gives: typeWords(type),
    about: about.get(name) ?? '',
  })),
  ...functions.map(({ name, call, gives }) => ({
    label: call,
    insert: `${name}(`,
    gives: retell(gives),
    about: t('A function'),
  })),
];
