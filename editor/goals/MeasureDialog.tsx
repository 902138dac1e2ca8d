// Adds a measure to a goal.
import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Goal, Measure } from '../../engine/index.ts';
import { post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { StandardsFields } from './StandardsFields.tsx';
import { useSaving } from './use-saving.ts';

type Values = Pick<
  Measure,
  'title' | 'unit' | 'direction' | 'timeAggregation' | 'weight' | 'source' | 'standards'
>;

const directions = [
  { value: 'increase', label: 'More is better' },
  { value: 'decrease', label: 'Less is better' },
  { value: 'range', label: 'Best in between' },
];
const aggregations = [
  { value: 'last', label: 'Last value' },
  { value: 'sum', label: 'Sum' },
  { value: 'mean', label: 'Mean' },
  { value: 'min', label: 'Lowest' },
  { value: 'max', label: 'Highest' },
];

export function MeasureDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: {
      title: '',
      unit: '',
      direction: 'increase',
      timeAggregation: 'last',
      weight: 1,
      source: 'manual',
      standards: null,
    },
    validate: { title: (title) => (title.trim() === '' ? 'Say what is measured.' : null) },
  });
  const save = useSaving(
    (values: Values) => post('/measures', { ...values, goalId: goal.id }),
    'The measure is added.',
    onClose,
  );
  return (
    <Modal opened onClose={onClose} title={`Add a measure to “${goal.title}”`} size="lg">
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <Group align="flex-start" wrap="nowrap">
            <TextInput label="Measure" flex={1} data-autofocus {...form.getInputProps('title')} />
            <TextInput label="Unit" w={100} {...form.getInputProps('unit')} />
          </Group>
          <Group grow align="flex-start">
            <Select
              label="Better"
              allowDeselect={false}
              data={directions}
              {...form.getInputProps('direction')}
            />
            <Select
              label="Over time"
              allowDeselect={false}
              data={aggregations}
              {...form.getInputProps('timeAggregation')}
            />
            <NumberInput label="Weight" min={0} {...form.getInputProps('weight')} />
          </Group>
          <TextInput
            label="Source"
            description="Where its figures come from"
            {...form.getInputProps('source')}
          />
          <StandardsFields
            measure={form.values}
            standards={form.values.standards}
            value={undefined}
            onChange={(standards) => form.setFieldValue('standards', standards)}
          />
          <Button type="submit" loading={save.isPending}>
            Add measure
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
