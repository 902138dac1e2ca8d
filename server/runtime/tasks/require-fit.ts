// A task's result against its form, as the answer to who sent it.
import { type CycleTask, checkResult, type JsonObject } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

const pointerOf = (path: (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** @throws ProblemError invalid with a pointer for everything that does not fit the form. */
export function requireFit(form: CycleTask['form'], result: JsonObject): void {
  const checked = checkResult(form, result);
  if (checked.kind === 'fits') return;
  if (checked.kind === 'unusable')
    throw new ProblemError(
      'conflict',
      `The form of this task cannot be used: ${checked.message} Its designer must mend the cycle; nothing was changed.`,
    );
  const errors = checked.issues.map(({ path, message }) => ({
    pointer: `/result${pointerOf(path)}`,
    detail: message,
  }));
  throw new ProblemError('invalid', 'The result does not fit the form; the task stays open as it was.', {
    errors,
  });
}
