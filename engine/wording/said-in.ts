// The words of a task's result, and what each of them is about: what people write is looked at before it is sent.
import { isBuiltInForm } from '../model/forms.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Somebody else; the writer, who may name what they are; or a thing, such as a goal's title. */
export type Subject = 'another' | 'oneself' | 'thing';

export interface Said {
  text: string;
  /** Where the text stands, as a JSON Pointer into what was given. */
  pointer: string;
  of: Subject;
}

/** Where the built-in forms take sentences; the rest are choices, ids and figures. */
const sentences = new Set([
  'comment',
  'text',
  'evidence',
  'reason',
  'summary',
  'analysis',
  'support',
  'factors',
]);
/** And where they take the name of a thing. */
const names = new Set(['title', 'unit', 'source']);

interface Answer {
  key: string;
  text: string;
  pointer: string;
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

function textsOf(value: Json, pointer: string, key = ''): Answer[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ key, text: value, pointer }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([part, inner]) =>
    textsOf(inner, `${pointer}/${escaped(part)}`, Array.isArray(value) ? key : part),
  );
}

/** Whoever answers for what a task is about writes of themselves there, but not in feedback. */
export const subjectOf = (form: Json, answersForIt: boolean): Subject =>
  answersForIt && form !== 'feedback' ? 'oneself' : 'another';

/** Of a form of one's own every text, since nobody knows what it asks for. */
export function saidIn(form: Json, result: JsonObject, subject: Subject): Said[] {
  const isOwn = !isBuiltInForm(form);
  return textsOf(result, '').flatMap(({ key, text, pointer }): Said[] => {
    if (!isOwn && names.has(key)) return [{ text, pointer, of: 'thing' }];
    return isOwn || sentences.has(key) ? [{ text, pointer, of: subject }] : [];
  });
}
