// How many problems there are, in words: a note is no fault, and nothing to mend.
import type { Problem } from '../../engine/index.ts';
import { t } from '../language/index.ts';

type Severity = Problem['severity'];
const counted: Record<Severity, (count: number) => string> = {
  error: (count) => t('{count, plural, one {# error} other {# errors}}', { count }),
  warning: (count) => t('{count, plural, one {# warning} other {# warnings}}', { count }),
  info: (count) => t('{count, plural, one {# note} other {# notes}}', { count }),
};
const worstFirst: readonly Severity[] = ['error', 'warning', 'info'];

/** Said instead of a count while there is none. */
export const unchecked = {
  checking: t('Looking for problems…'),
  failed: t('This cycle could not be checked here. The server checks it when it is published.'),
};

/** Of those given; null when there are none. */
export const worstOf = (problems: readonly Pick<Problem, 'severity'>[]): Severity | null =>
  worstFirst.find((severity) => problems.some((problem) => problem.severity === severity)) ?? null;

/** "2 errors, 1 warning", "No problems, 8 notes". */
export function summaryOf(problems: readonly Pick<Problem, 'severity'>[]): string {
  const worst = worstOf(problems);
  if (worst === null) return t('No problems');
  const parts = worstFirst.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [counted[severity](count)] : [];
  });
  return worst === 'info' ? t('No problems, {notes}', { notes: parts.join(', ') }) : parts.join(', ');
}
