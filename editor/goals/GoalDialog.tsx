// Adds a goal to a component, or changes one.
import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Goal } from '../../engine/index.ts';
import { patch, post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { useSaving } from './use-saving.ts';

interface Props {
  componentId: string;
  goal?: Goal;
  onClose: () => void;
}
type Values = Pick<Goal, 'title' | 'dimension' | 'priority' | 'critical' | 'status'>;

export const dimensions = [
  { value: 'quantity', label: 'Quantity' },
  { value: 'quality', label: 'Quality' },
  { value: 'cost', label: 'Cost' },
  { value: 'timeliness', label: 'Timeliness' },
];
const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'met', label: 'Met' },
  { value: 'stopped', label: 'Stopped' },
  { value: 'waived', label: 'Waived' },
];

export function GoalDialog({ componentId, goal, onClose }: Props) {
  const form = useForm<Values>({
    initialValues: {
      title: goal?.title ?? '',
      dimension: goal?.dimension ?? 'quality',
      priority: goal?.priority ?? 1,
      critical: goal?.critical ?? false,
      status: goal?.status ?? 'open',
    },
    validate: { title: (title) => (title.trim() === '' ? 'Say what should be achieved.' : null) },
  });
  const save = useSaving(
    (values: Values) =>
      goal
        ? patch(`/goals/${encodeURIComponent(goal.id)}`, values)
        : post('/goals', { ...values, componentId }),
    goal ? 'The goal is changed.' : 'The goal is added.',
    onClose,
  );
  return (
    <Modal opened onClose={onClose} title={goal ? 'Change the goal' : 'Add a goal'}>
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <TextInput
            label="Goal"
            placeholder="Answer calls sooner"
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Group grow>
            <Select
              label="Dimension"
              allowDeselect={false}
              data={dimensions}
              {...form.getInputProps('dimension')}
            />
            <NumberInput
              label="Priority"
              description="0: watched, not scored"
              min={0}
              {...form.getInputProps('priority')}
            />
          </Group>
          <Switch
            label="Critical"
            description="When it is below, the whole is below, whatever its number"
            {...form.getInputProps('critical', { type: 'checkbox' })}
          />
          {goal && (
            <Select label="Status" allowDeselect={false} data={statuses} {...form.getInputProps('status')} />
          )}
          <Button type="submit" loading={save.isPending}>
            {goal ? 'Save changes' : 'Add goal'}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
