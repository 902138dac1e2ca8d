// The form of a task: its draft is kept, its verb completes the task, and what the plan refuses is said in words.
import { Skeleton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, Suspense, useState } from 'react';
import type { BuiltInForm } from '../../engine/index.ts';
import { RequestError } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { told } from '../app/parts/told.ts';
import { habits } from '../language/index.ts';
import { type AfterCompletion, nextWords } from './after-completion.ts';
import type { FormProps, Submitting } from './forms/form-props.ts';
import {
  type Completion,
  keyFor,
  outlivesPage,
  sendCompletion,
  tryCompletion,
} from './holding/completion.ts';
import { makeSubmission } from './holding/submission.ts';
import { tellNotSent } from './holding/tell-not-sent.tsx';
import type { HeldAct } from './holding/use-hold.ts';
import type { Material } from './material.ts';
import { OwnDraft } from './task-drafts.ts';

const DoneMeanwhile = latePart(async () => (await import('./DoneMeanwhile.tsx')).DoneMeanwhile);

type Form = ComponentType<FormProps>;
const forms: Record<BuiltInForm | 'schema', Form> = {
  'plan-agreement': latePart(async () => (await import('./forms/PlanAgreementForm.tsx')).PlanAgreementForm),
  goals: latePart(async () => (await import('./forms/GoalsForm.tsx')).GoalsForm),
  measures: latePart(async () => (await import('./forms/MeasuresForm.tsx')).MeasuresForm),
  standards: latePart(async () => (await import('./forms/StandardsForm.tsx')).StandardsForm),
  observation: latePart(async () => (await import('./forms/ObservationForm.tsx')).ObservationForm),
  feedback: latePart(async () => (await import('./forms/FeedbackForm.tsx')).FeedbackForm),
  'self-appraisal': latePart(async () => (await import('./forms/SelfAppraisalForm.tsx')).SelfAppraisalForm),
  appraisal: latePart(async () => (await import('./forms/AppraisalForm.tsx')).AppraisalForm),
  calibration: latePart(async () => (await import('./forms/CalibrationForm.tsx')).CalibrationForm),
  acknowledgement: latePart(
    async () => (await import('./forms/AcknowledgementForm.tsx')).AcknowledgementForm,
  ),
  reward: latePart(async () => (await import('./forms/RewardForm.tsx')).RewardForm),
  intervention: latePart(async () => (await import('./forms/InterventionForm.tsx')).InterventionForm),
  nomination: latePart(async () => (await import('./forms/NominationForm.tsx')).NominationForm),
  schema: latePart(async () => (await import('./forms/SchemaForm.tsx')).SchemaForm),
};

const InsteadForm = latePart(async () => (await import('./raters/InsteadForm.tsx')).InsteadForm);

const isBuiltIn = (form: unknown): form is BuiltInForm =>
  typeof form === 'string' && form !== 'schema' && form in forms;

/** Later in a cycle the same forms agree something else. */
const signsPlan = ({ form, stageKind }: TaskDetail): boolean =>
  stageKind === 'plan' && (form === 'plan-agreement' || form === 'acknowledgement');

/** The task is done or closed, not merely refused by a guard. */
const isGone = ({ problem }: RequestError): boolean =>
  problem.errors?.some(({ code }) => code === 'completed' || code === 'closed') ?? false;

/** What to read again; a form that was read too early then shows both sides. */
function staleAfter({ status }: RequestError, { id }: TaskDetail): string[][] {
  if (status !== 409 && status !== 412) return [];
  return [...(status === 412 ? [['goals'], ['measures']] : []), ['tasks', 'one', id]];
}

export interface Completed {
  /** Goes on to the next task. */
  onCompleted: (id: string) => Promise<AfterCompletion>;
  /** Holds the form that was filled in. */
  onHold: (act: HeldAct) => void;
  /** Comes back to the task: it was taken back, or not sent. */
  onBack: (id: string) => void;
}
interface Props extends Completed {
  material: Material;
}

/** Without time for it, or where nothing would bring it back, the form is sent at once. */
const isHeld = (completion: Completion, { kept }: Submitting): boolean =>
  habits.undoSeconds > 0 && kept && outlivesPage(completion);

export function TaskForm({ material, onCompleted, onHold, onBack }: Props) {
  const { task } = material;
  const client = useQueryClient();
  const [stale, setStale] = useState<RequestError | null>(null);
  const complete = useMutation({
    // A draft that came after the result would be refused: the task is done.
    mutationFn: async ({ completion, how }: { completion: Completion; how: Submitting }) => {
      await how.pause();
      const held = isHeld(completion, how);
      await (held ? tryCompletion(completion) : sendCompletion(completion));
      // What is not sent yet has not succeeded before there is somewhere to go on to.
      return held ? onCompleted(task.id) : null;
    },
    onError: (_, { how }) => how.resume(),
  });
  const hold = (completion: Completion, how: Submitting, after: AfterCompletion) => {
    const onUndone = () => onBack(task.id);
    const onNotSent = (error: unknown, again: () => Promise<void>) =>
      tellNotSent({ title: task.title, error, again, onBack: onUndone });
    const milliseconds = 1000 * habits.undoSeconds;
    onHold(makeSubmission({ ...completion, ...how, milliseconds, after, client, onUndone, onNotSent }));
  };
  const goOn = async (how: Submitting) => {
    how.forget();
    told(nextWords(await onCompleted(task.id)), how.done);
    void client.invalidateQueries({ queryKey: ['tasks'] });
    await client.invalidateQueries({ queryKey: ['plans'] });
  };
  const submit: FormProps['onSubmit'] = async (result, how) => {
    const shown = signsPlan(task) ? material.shown : null;
    const wish = { taskId: task.id, result, shown };
    const completion = { ...wish, key: keyFor(wish, how.keys) };
    try {
      const after = await complete.mutateAsync({ completion, how });
      if (after) hold(completion, how, after);
      else await goOn(how);
    } catch (error) {
      // Shown by the form itself, which stays with what was typed.
      if (!(error instanceof RequestError)) return;
      if (isGone(error)) setStale(error);
      for (const queryKey of staleAfter(error, task)) await client.invalidateQueries({ queryKey });
    }
  };
  const Fields = forms[isBuiltIn(task.form) ? task.form : 'schema'];
  const given = { material, onSubmit: submit, error: complete.error, busy: complete.isPending };
  return (
    <OwnDraft value={material.drafts?.own ?? null}>
      <Suspense fallback={<Skeleton height={320} radius="md" />}>
        {task.replaces ? <InsteadForm {...given} replaces={task.replaces} /> : <Fields {...given} />}
        {stale && <DoneMeanwhile error={stale} onClose={() => setStale(null)} />}
      </Suspense>
    </OwnDraft>
  );
}
