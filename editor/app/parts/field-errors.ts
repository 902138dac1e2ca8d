// A refused body's problems by field: the JSON Pointer's path is the field's name.
import { RequestError } from '../api/request.ts';

/** "/goals/0/title" → "goals.0.title", as the forms name their fields. */
export const fieldOf = (pointer: string): string =>
  pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

export function fieldErrors(error: unknown, prefix = ''): Record<string, string> {
  if (!(error instanceof RequestError)) return {};
  const found: Record<string, string> = {};
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const field = fieldOf(pointer);
    const own = prefix && field.startsWith(`${prefix}.`) ? field.slice(prefix.length + 1) : field;
    found[own] ??= detail;
  }
  return found;
}
