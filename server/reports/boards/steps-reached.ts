// Which steps of the funnel a plan has come through, by what was done and decided in it. Pure.
import type { FormTask } from '../../store/queries/form-tasks.ts';

export const stepForms = {
  done: ['self-appraisal', 'appraisal'],
  deciding: ['plan-agreement', 'acknowledgement'],
};

export type Step = 'agreed' | 'selfAppraised' | 'appraised' | 'acknowledged';

/** Everybody who was asked together agreed. What was asked once more and is not answered says nothing yet. */
function isAgreed(tasks: readonly FormTask[]): boolean {
  const byKey = Map.groupBy(tasks, ({ key }) => key);
  const last = [...byKey.values()].flatMap((own) => {
    const times = [...Map.groupBy(own, ({ activation }) => activation)].sort(([a], [b]) => a - b);
    const settled = times.findLast(([, those]) => those.every(({ state }) => state === 'completed'));
    return settled ? [settled[1]] : [];
  });
  return last.length > 0 && last.flat().every(({ decision }) => decision === 'agreed');
}

const firstOf = (tasks: readonly FormTask[]): string | null =>
  tasks.reduce<string | null>(
    (first, { completedAt }) =>
      completedAt !== null && (first === null || completedAt < first) ? completedAt : first,
    null,
  );

/** What is signed before anything was appraised is a plan, and no appraisal. */
function isAcknowledged(signatures: readonly FormTask[], appraisedAt: string | null): boolean {
  if (appraisedAt === null) return false;
  return signatures.some(
    ({ decision, completedAt }) =>
      decision === 'signed' && completedAt !== null && completedAt >= appraisedAt,
  );
}

/** `tasks`: those of one plan. */
export function stepsReached(tasks: readonly FormTask[]): Step[] {
  const of = (form: string) => tasks.filter((task) => task.form === form);
  const appraised = of('appraisal');
  const reached: Record<Step, boolean> = {
    agreed: isAgreed(of('plan-agreement')),
    selfAppraised: of('self-appraisal').length > 0,
    appraised: appraised.length > 0,
    acknowledged: isAcknowledged(of('acknowledgement'), firstOf(appraised)),
  };
  return (Object.keys(reached) as Step[]).filter((step) => reached[step]);
}
