// An answer to a form while it is filled in: its values, and what does not fit yet at each of them.
import { type CycleTask, checkResult, type Json, type JsonObject } from '../../../engine/index.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined takes it away. What the form does not ask for stays. */
export function withValue(values: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...others } = values;
  if (value === undefined) return others;
  return Object.hasOwn(values, key) ? { ...values, [key]: value } : { ...others, [key]: value };
}

export type Errors = Readonly<Record<string, string>>;

/** By path with dots; the whole has none. */
export function errorsOf(form: CycleTask['form'], answer: JsonObject): Errors {
  const checked = checkResult(form, answer);
  if (checked.kind === 'fits') return {};
  if (checked.kind === 'unusable') return { '': checked.message };
  return Object.fromEntries(checked.issues.map(({ path, message }) => [path.join('.'), message]));
}

/** Those of one field and of what is in it. */
export const errorsWithin = (errors: Errors, path: string): Errors =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([at, message]) => {
      if (at === path) return [['', message]];
      return at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), message]] : [];
    }),
  );
