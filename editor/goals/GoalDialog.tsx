// Adds a goal to a component, or changes one.
import { Button, Group, MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { type Goal, goalDefaults } from '../../engine/index.ts';
import { patch, post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { useLineage } from '../app/parts/use-lineage.ts';
import { useComponentNames } from '../app/parts/use-names.ts';
import { t, tAs } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { NumberField } from '../theme/NumberField.tsx';
import { goalsToServe, servedNow } from './alignments.ts';
import { LinkFields } from './cascade/LinkFields.tsx';
import { GoalAdvice } from './GoalAdvice.tsx';
import { goalsNearQuery } from './goal-queries.ts';
import { type Nature, NatureFields, natureOf } from './NatureFields.tsx';
import { isReasonAsked, ReasonField, withReason } from './ReasonField.tsx';
import { useSaving } from './use-saving.ts';

interface Props {
  componentId: string;
  goal?: Goal;
  /** A new goal counts as much as the others do in the mean. */
  others?: Goal[];
  onClose: () => void;
}
type Values = Pick<Goal, 'title' | 'dimension' | 'priority' | 'critical' | 'status'> &
  Nature & {
    alignments: Goal['alignments'];
    reason: string;
  };

export const dimensions = [
  { value: 'quantity', label: t('Quantity') },
  { value: 'quality', label: t('Quality') },
  { value: 'cost', label: t('Cost') },
  { value: 'timeliness', label: t('Timeliness') },
];
const statuses = [
  { value: 'open', label: tAs('adjective', 'Open') },
  { value: 'met', label: t('Met') },
  { value: 'stopped', label: t('Stopped') },
  { value: 'waived', label: t('Waived') },
];
const noGoals: Goal[] = [];

const usualPriority = (others: Goal[]): number =>
  others.length === 0
    ? 1
    : Math.round(others.reduce((sum, { priority }) => sum + priority, 0) / others.length);

const startOf = (goal: Goal | undefined, others: Goal[]): Values => ({
  title: goal?.title ?? '',
  dimension: goal ? goal.dimension : 'quality',
  priority: goal?.priority ?? usualPriority(others),
  critical: goal?.critical ?? false,
  status: goal?.status ?? 'open',
  alignments: goal?.alignments ?? [],
  ...natureOf(goal),
  reason: '',
});

/** Only what is above can be served; without any there is nothing to choose. */
function Serves({
  form,
  goal,
  componentId,
}: { form: UseFormReturnType<Values> } & Pick<Props, 'goal' | 'componentId'>) {
  const goals = useQuery(goalsNearQuery(componentId)).data ?? noGoals;
  const components = useLineage(componentId);
  const choices = goalsToServe(componentId, { goals, components, goal });
  const names = useComponentNames(choices.map((one) => one.componentId));
  const titles = new Map(choices.map(({ id, title }) => [id, title]));
  if (choices.length === 0) return null;
  return (
    <>
      <MultiSelect
        label={t('Serves')}
        description={t('Goals of the components above that it helps to reach')}
        searchable
        limit={60}
        data={choices.map((one) => ({
          value: one.id,
          label: `${one.title} (${names.get(one.componentId) ?? one.componentId})`,
        }))}
        value={form.values.alignments.map(({ parentGoalId }) => parentGoalId)}
        onChange={(ids) => form.setFieldValue('alignments', servedNow(ids, form.values.alignments))}
      />
      <LinkFields
        links={form.values.alignments}
        titleOf={(id) => titles.get(id) ?? id}
        onChange={(links) => form.setFieldValue('alignments', links)}
      />
    </>
  );
}

export function GoalDialog({ componentId, goal, others = noGoals, onClose }: Props) {
  const form = useForm<Values>({
    initialValues: startOf(goal, others),
    validate: { title: (title) => (title.trim() === '' ? t('Say what should be achieved.') : null) },
  });
  const save = useSaving(
    (values: Values) =>
      goal
        ? patch(`/goals/${encodeURIComponent(goal.id)}`, withReason(values))
        : post('/goals', { ...withReason(values), componentId }),
    goal ? t('The goal is changed.') : t('The goal is added.'),
    onClose,
  );
  return (
    <Dialog opened onClose={onClose} title={goal ? t('Change the goal') : t('Add a goal')} size="lg">
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <TextInput
            label={t('Goal')}
            placeholder={t('Answer calls sooner')}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <GoalAdvice
            goal={{ ...goalDefaults, ...goal, ...form.values, id: goal?.id ?? 'new', componentId }}
          />
          <Group grow align="flex-start">
            <Select
              label={t('Dimension')}
              placeholder={t('Not said')}
              clearable
              data={dimensions}
              {...form.getInputProps('dimension')}
            />
            <NumberField
              label={t('Priority')}
              description={t('0: watched, not scored')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={0}
              {...form.getInputProps('priority')}
            />
          </Group>
          <NatureFields nature={form.values} errors={form.errors} onChange={form.setValues} />
          <Serves form={form} componentId={componentId} {...(goal ? { goal } : {})} />
          <Switch
            label={t('Critical')}
            description={t('When it is below, the whole is below, whatever its number')}
            {...form.getInputProps('critical', { type: 'checkbox' })}
          />
          {goal && (
            <Select
              label={t('Status')}
              allowDeselect={false}
              data={statuses}
              {...form.getInputProps('status')}
            />
          )}
          <ReasonField rest={form.getInputProps('reason')} isAsked={isReasonAsked(save.error)} />
          <Button type="submit" loading={save.isPending}>
            {goal ? t('Save changes') : t('Add goal')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
