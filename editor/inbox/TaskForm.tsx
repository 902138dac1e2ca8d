// The form of a task: its draft is kept, its verb completes the task, and what the plan refuses is said in words.
import { Skeleton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import type { BuiltInForm, JsonObject } from '../../engine/index.ts';
import { newKey, post, RequestError } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import type { AfterCompletion } from './after-completion.ts';
import type { FormProps } from './forms/form-props.ts';
import type { Material } from './material.ts';
import { OwnDraft } from './task-drafts.ts';

type Form = ComponentType<FormProps>;
const forms: Record<BuiltInForm | 'schema', Form> = {
  'plan-agreement': lazy(async () => ({
    default: (await import('./forms/PlanAgreementForm.tsx')).PlanAgreementForm,
  })),
  goals: lazy(async () => ({ default: (await import('./forms/GoalsForm.tsx')).GoalsForm })),
  measures: lazy(async () => ({ default: (await import('./forms/MeasuresForm.tsx')).MeasuresForm })),
  standards: lazy(async () => ({ default: (await import('./forms/StandardsForm.tsx')).StandardsForm })),
  observation: lazy(async () => ({ default: (await import('./forms/ObservationForm.tsx')).ObservationForm })),
  feedback: lazy(async () => ({ default: (await import('./forms/FeedbackForm.tsx')).FeedbackForm })),
  'self-appraisal': lazy(async () => ({
    default: (await import('./forms/SelfAppraisalForm.tsx')).SelfAppraisalForm,
  })),
  appraisal: lazy(async () => ({ default: (await import('./forms/AppraisalForm.tsx')).AppraisalForm })),
  calibration: lazy(async () => ({ default: (await import('./forms/CalibrationForm.tsx')).CalibrationForm })),
  acknowledgement: lazy(async () => ({
    default: (await import('./forms/AcknowledgementForm.tsx')).AcknowledgementForm,
  })),
  reward: lazy(async () => ({ default: (await import('./forms/RewardForm.tsx')).RewardForm })),
  intervention: lazy(async () => ({
    default: (await import('./forms/InterventionForm.tsx')).InterventionForm,
  })),
  schema: lazy(async () => ({ default: (await import('./forms/SchemaForm.tsx')).SchemaForm })),
};

const isBuiltIn = (form: unknown): form is BuiltInForm =>
  typeof form === 'string' && form !== 'schema' && form in forms;

function nextWords({ next, left }: AfterCompletion): string {
  if (!next) return t('That was the last task. Nothing else waits for you.');
  return t('Next: {task}, {component} ({left} left).', {
    task: next.title,
    component: next.componentName,
    left,
  });
}

interface Props {
  material: Material;
  onCompleted: (id: string) => AfterCompletion;
}

/** The same wish keeps its key, so that trying again after a lost answer counts once. */
const keyFor = (task: TaskDetail, result: JsonObject, keys: Map<string, string>): string => {
  const wish = `${task.id} ${JSON.stringify(result)}`;
  const key = keys.get(wish) ?? newKey();
  keys.set(wish, key);
  return key;
};

export function TaskForm({ material, onCompleted }: Props) {
  const { task } = material;
  const client = useQueryClient();
  const complete = useMutation({
    mutationFn: ({ result, keys }: { result: JsonObject; keys: Map<string, string> }) =>
      post<TaskDetail>(
        `/tasks/${encodeURIComponent(task.id)}/complete`,
        { result },
        keyFor(task, result, keys),
      ),
  });
  const submit: FormProps['onSubmit'] = async (result, { keys, forget, done }) => {
    try {
      await complete.mutateAsync({ result, keys });
      forget();
      told(nextWords(onCompleted(task.id)), done);
      await client.invalidateQueries({ queryKey: ['tasks'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
    } catch (error) {
      // Shown by the form itself; somebody else may have been quicker, so the task is read again.
      if (error instanceof RequestError && error.status === 409)
        await client.invalidateQueries({ queryKey: ['tasks', 'one', task.id] });
    }
  };
  const Fields = forms[isBuiltIn(task.form) ? task.form : 'schema'];
  return (
    <OwnDraft value={material.drafts?.own ?? null}>
      <Suspense fallback={<Skeleton height={320} radius="md" />}>
        <Fields material={material} onSubmit={submit} error={complete.error} busy={complete.isPending} />
      </Suspense>
    </OwnDraft>
  );
}
