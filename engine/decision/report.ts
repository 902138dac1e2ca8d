// A problem of decisions, added to those found so far.
import type { Problem, Severity } from '../model/problem.ts';

export function report(
  { problems }: { problems: Problem[] },
  code: string,
  pointer: string,
  message: string,
  severity: Severity = 'error',
): void {
  problems.push({ code, severity, pointer, stage: null, message });
}
