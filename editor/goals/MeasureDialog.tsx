// Adds a measure to a goal, or changes one.
import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import type { Goal, Measure } from '../../engine/index.ts';
import { patch, post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { t } from '../language/index.ts';
import { isReasonAsked, ReasonField, withReason } from './ReasonField.tsx';
import { StandardsFields } from './StandardsFields.tsx';
import { useSaving } from './use-saving.ts';

type Values = Pick<
  Measure,
  'title' | 'unit' | 'direction' | 'timeAggregation' | 'weight' | 'critical' | 'source' | 'standards'
> & { reason: string };
interface Props {
  goal: Goal;
  measure?: Measure;
  onClose: () => void;
}

const directions = [
  { value: 'increase', label: t('More is better') },
  { value: 'decrease', label: t('Less is better') },
  { value: 'range', label: t('Best in between') },
];
const aggregations = [
  { value: 'last', label: t('Last value') },
  { value: 'sum', label: t('Sum') },
  { value: 'mean', label: t('Mean') },
  { value: 'min', label: t('Lowest') },
  { value: 'max', label: t('Highest') },
];

/** What an import or the API has set, and this form does not offer, can stay as it is. */
const withOwn = (choices: typeof directions, own: string) =>
  choices.some(({ value }) => value === own) ? choices : [...choices, { value: own, label: own }];

const startOf = (measure: Measure | undefined): Values => ({
  title: measure?.title ?? '',
  unit: measure?.unit ?? '',
  direction: measure?.direction ?? 'increase',
  timeAggregation: measure?.timeAggregation ?? 'last',
  weight: measure?.weight ?? 1,
  critical: measure?.critical ?? false,
  source: measure?.source ?? 'manual',
  standards: measure?.standards ?? null,
  reason: '',
});

/** The standard is in the direction that it was set for; another direction asks for another one. */
function turn(form: UseFormReturnType<Values>, direction: Measure['direction']): void {
  const isRange = (way: string): boolean => way === 'range';
  const keeps = isRange(direction) === isRange(form.values.direction);
  form.setValues({ direction, ...(keeps ? {} : { standards: null }) });
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const { direction, timeAggregation, standards } = form.values;
  return (
    <>
      <Group align="flex-start" wrap="nowrap">
        <TextInput label={t('Measure')} flex={1} data-autofocus {...form.getInputProps('title')} />
        <TextInput label={t('Unit')} w={100} {...form.getInputProps('unit')} />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t('Better')}
          allowDeselect={false}
          data={withOwn(directions, direction)}
          {...form.getInputProps('direction')}
          onChange={(next) => next && turn(form, isDirection(next) ? next : direction)}
        />
        <Select
          label={t('Over time')}
          allowDeselect={false}
          data={withOwn(aggregations, timeAggregation)}
          {...form.getInputProps('timeAggregation')}
        />
        <NumberInput label={t('Weight')} min={0} {...form.getInputProps('weight')} />
      </Group>
      <TextInput
        label={t('Source')}
        description={t('Where its figures come from')}
        {...form.getInputProps('source')}
      />
      <Switch
        label={t('Critical')}
        description={t('When it is below, its goal is below, whatever the number')}
        {...form.getInputProps('critical', { type: 'checkbox' })}
      />
      <StandardsFields
        measure={form.values}
        standards={standards}
        value={undefined}
        onChange={(next) => form.setFieldValue('standards', next)}
      />
    </>
  );
}

const isDirection = (value: string): value is 'increase' | 'decrease' | 'range' =>
  directions.some((direction) => direction.value === value);

export function MeasureDialog({ goal, measure, onClose }: Props) {
  const form = useForm<Values>({
    initialValues: startOf(measure),
    validate: { title: (title) => (title.trim() === '' ? t('Say what is measured.') : null) },
  });
  const save = useSaving(
    (values: Values) =>
      measure
        ? patch(`/measures/${encodeURIComponent(measure.id)}`, withReason(values))
        : post('/measures', { ...withReason(values), goalId: goal.id }),
    measure ? t('The measure is changed.') : t('The measure is added.'),
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={measure ? t('Change the measure') : t('Add a measure to “{goal}”', { goal: goal.title })}
      size="lg"
    >
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <Fields form={form} />
          <ReasonField rest={form.getInputProps('reason')} isAsked={isReasonAsked(save.error)} />
          <Button type="submit" loading={save.isPending}>
            {measure ? t('Save changes') : t('Add measure')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
