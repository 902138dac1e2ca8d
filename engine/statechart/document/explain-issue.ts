// One finding of the schema as problems a designer understands: where it is, which stage, what to write instead.
import type { z } from 'zod';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { isFields, keysOf, kindInside, type PlaceKind } from './places.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Place {
  kind: PlaceKind;
  value: unknown;
  /** The innermost stage on the way. */
  stage: string | null;
}

function placeAt(input: unknown, path: Path): Place {
  let place: Place = { kind: 'cycle', value: input, stage: null };
  for (const key of path.map(String)) {
    const kind = kindInside(place.kind, key);
    const value: unknown =
      typeof place.value === 'object' && place.value ? Reflect.get(place.value, key) : undefined;
    place = { kind, value, stage: kind === 'stage' ? key : place.stage };
  }
  return place;
}

const pointerTo = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function explainIssue(issue: Issue, input: unknown): Problem[] {
  const { path } = issue;
  const place = placeAt(input, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, [...path, key], place));
  }
  if (issue.code === 'invalid_key') return explainKey(issue, path, place);
  return [problem('DOC-invalid', path, place.stage, sentence(issue, path, place))];
}

function problem(code: string, path: Path, stage: string | null, message: string): Problem {
  return { code, severity: 'error', pointer: pointerTo(path), stage, message };
}

function unknownKey(key: string, path: Path, place: Place): Problem {
  const known = (isFields(place.value) && keysOf(place.kind, place.value)) || [];
  const meant = nearest(key, known);
  const hint = meant ? `Did you mean "${meant}"?` : `Known here: ${known.join(', ')}.`;
  return problem('DOC-unknown-key', path, place.stage, `The key "${key}" is not known here. ${hint}`);
}

const keyNames: Partial<Record<PlaceKind, string>> = {
  stages: 'the id of a stage',
  tasks: 'the key of a task',
  listeners: 'the type of an event',
  places: 'the id of a stage',
  types: 'the name of a type',
  decisions: 'the name of a decision',
};

function explainKey(issue: Extract<Issue, { code: 'invalid_key' }>, path: Path, place: Place): Problem[] {
  const name = keyNames[placeKindAbove(place)] ?? 'a name';
  const key = String(path.at(-1));
  const why = issue.issues[0]?.message ?? '';
  return [problem('DOC-invalid', path, place.stage, `"${key}" cannot be used as ${name}. ${why}`)];
}

const collections: Partial<Record<PlaceKind, PlaceKind>> = {
  stage: 'stages',
  task: 'tasks',
  transitions: 'listeners',
  place: 'places',
  type: 'types',
  decision: 'decisions',
};
const placeKindAbove = (place: Place): PlaceKind => collections[place.kind] ?? 'open';

/** What may stand under a key that takes several kinds of value. */
const choices: Record<string, string> = {
  kind: 'The logic of a decision is an expression, table, context, list, relation, invocation, function, conditional, filter, for, some or every.',
  do: 'An action does one of set, appraise, raise, cancel, notify, emit, reward, intervene, start and reschedule.',
  form: 'A form is the name of a built-in form, such as plan-agreement, or a JSON Schema.',
  complete: 'Who must complete a task is "all", "any" or a whole number of people.',
  outcome: 'An outcome is below, meets, exceeds or a word of your own such as stopped, in lower case.',
};

function sentence(issue: Issue, path: Path, place: Place): string {
  const key = String(path.at(-1));
  const choice = issue.code === 'invalid_union' && Object.hasOwn(choices, key) ? choices[key] : undefined;
  if (choice) return choice;
  if (place.value === undefined && path.length > 0) return `"${key}" is missing here.`;
  return /[.?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
}
