// A task's result against its form: a built-in one, or the JSON Schema that the cycle gives.
import { z } from 'zod';
import { formSchemas, isBuiltInForm, type Json, type JsonObject } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

const pointerOf = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function schemaOf(form: Json): z.ZodType {
  if (isBuiltInForm(form)) return formSchemas[form];
  try {
    return z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(form));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(
      'conflict',
      `The form of this task cannot be used: ${why} Its designer must mend the cycle; nothing was changed.`,
      {},
      { cause },
    );
  }
}

/** @throws ProblemError invalid with a pointer for everything that does not fit the form. */
export function checkResult(form: Json, result: JsonObject): void {
  const checked = schemaOf(form).safeParse(result);
  if (checked.success) return;
  const errors = checked.error.issues.map((issue) => ({
    pointer: `/result${pointerOf(issue.path)}`,
    detail: issue.message,
  }));
  throw new ProblemError('invalid', 'The result does not fit the form; the task stays open as it was.', {
    errors,
  });
}
