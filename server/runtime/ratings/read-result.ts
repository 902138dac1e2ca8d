// What a completed task says in a built-in form; null: it has another form, or one of before that is read no more.
import { type FormResult, formSchemas } from '../../../engine/index.ts';
import type { TaskOfPlan } from '../../store/queries/plan-tasks.ts';

export function readResult<Form extends 'appraisal' | 'calibration' | 'self-appraisal'>(
  form: Form,
  task: Pick<TaskOfPlan, 'form' | 'result'>,
): FormResult<Form> | null {
  if (JSON.parse(task.form) !== form) return null;
  const parsed = formSchemas[form].safeParse(JSON.parse(task.result ?? 'null'));
  return parsed.success ? (parsed.data as FormResult<Form>) : null;
}
