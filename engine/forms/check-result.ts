// A task's result against its form: a built-in one, or the JSON Schema that the cycle gives.
import { z } from 'zod';
import type { CycleTask } from '../model/cycle.ts';
import { formSchemas, isBuiltInForm } from '../model/forms.ts';
import { inPlainWords } from '../model/in-plain-words.ts';
import type { JsonObject } from '../model/json.ts';
import {
  type FormIssue,
  hasPattern,
  patternFault,
  patternIssues,
  patternsOf,
  withoutPatterns,
} from './patterns.ts';

type Form = CycleTask['form'];

export type CheckedResult =
  | { kind: 'fits' }
  | { kind: 'misfits'; issues: FormIssue[] }
  /** The form itself is at fault; `message` is for the designer of its cycle. */
  | { kind: 'unusable'; message: string };

type Read = { kind: 'schema'; schema: z.ZodType } | { kind: 'unusable'; message: string };

function readSchema(form: JsonObject): Read {
  const plain = withoutPatterns(form);
  if (hasPattern(plain))
    return {
      kind: 'unusable',
      message:
        'A pattern may stand in properties, items and allOf only; patternProperties are not supported.',
    };
  const fault = patternsOf(form)
    .map(patternFault)
    .find((message) => message !== null);
  if (fault) return { kind: 'unusable', message: fault };
  try {
    return { kind: 'schema', schema: z.fromJSONSchema(plain) };
  } catch (cause) {
    return { kind: 'unusable', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

const toIssue = ({ path, message }: z.core.$ZodIssue): FormIssue => ({
  path: path.map((part) => (typeof part === 'number' ? part : String(part))),
  message,
});

function checkAgainst(schema: z.ZodType, result: JsonObject): FormIssue[] {
  const parsed = schema.safeParse(result, { error: inPlainWords });
  return parsed.success ? [] : parsed.error.issues.map(toIssue);
}

/** Why nobody could ever complete a task with this form; null when they can. */
export function formFault(form: Form): string | null {
  if (isBuiltInForm(form)) return null;
  const read = readSchema(form);
  return read.kind === 'unusable' ? read.message : null;
}

export function checkResult(form: Form, result: JsonObject): CheckedResult {
  const read: Read = isBuiltInForm(form) ? { kind: 'schema', schema: formSchemas[form] } : readSchema(form);
  if (read.kind === 'unusable') return read;
  const found = checkAgainst(read.schema, result);
  const issues = isBuiltInForm(form)
    ? found
    : [...found, ...patternIssues({ schema: form, value: result, path: [] })];
  return issues.length > 0 ? { kind: 'misfits', issues } : { kind: 'fits' };
}
