// What is wrong with a document that is to be scored: a code, the exact place and a sentence.
import { z } from 'zod';
import { nearest } from '../../model/nearest.ts';
import type { Problem, Severity } from '../../model/problem.ts';

export type Path = readonly (string | number)[];

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const finding = (severity: Severity, code: string, path: Path, message: string): Problem => ({
  code,
  severity,
  pointer: pointerTo(path),
  stage: null,
  message,
});

export const fault = (code: string, path: Path, message: string): Problem =>
  finding('error', code, path, message);

/** What something is when it is there, whatever stands around it. */
function inner(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? inner(schema.unwrap()) : schema;
}

function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const here = inner(schema);
  const [first, ...rest] = path;
  if (here instanceof z.ZodObject) {
    return first === undefined ? Object.keys(here.shape) : keysAt(here.shape[String(first)], rest);
  }
  if (here instanceof z.ZodArray) return keysAt(here.element, rest);
  if (here instanceof z.ZodUnion) return here.options.flatMap((option) => keysAt(option, path));
  return [];
}

export function unknownKey(key: string, path: Path, known: readonly string[]): Problem {
  const meant = nearest(key, known);
  const hint = meant ? `Did you mean "${meant}"?` : `Known here: ${known.join(', ')}.`;
  return fault('DOC-unknown-key', [...path, key], `The key "${key}" is not known here. ${hint}`);
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

const isPathPart = (key: PropertyKey): key is string | number => typeof key !== 'symbol';

export function explain(issue: z.core.$ZodIssue, schema: z.ZodType, input: unknown): Problem[] {
  const path = issue.path.filter(isPathPart);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, path, keysAt(schema, path)));
  if (valueAt(input, path) === undefined && path.length > 0)
    return [fault('DOC-invalid', path, `"${path.at(-1)}" is missing here.`)];
  const message = issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  return [fault('DOC-invalid', path, message)];
}
