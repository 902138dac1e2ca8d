// Adds a component, or changes one.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Component } from '../../engine/index.ts';
import { patch, post } from '../app/api/request.ts';
import type { NewComponent } from '../app/api/wire.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { PersonSelect } from '../app/parts/PersonSelect.tsx';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { CalendarFields } from './calendar/CalendarFields.tsx';
import { kindWords } from './kind-words.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  component?: Component;
  /** Where a new one is put. */
  parentId?: string;
}
const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

const startOf = ({ component, parentId }: Props): NewComponent => ({
  kind: component?.kind ?? 'team',
  name: component?.name ?? '',
  parentId: component?.parentId ?? parentId ?? null,
  ownerId: component?.ownerId ?? null,
  managerId: component?.managerId ?? null,
  secondManagerId: component?.secondManagerId ?? null,
  zone: component?.zone ?? null,
  holidayRegion: component?.holidayRegion ?? null,
  activeFrom: component?.activeFrom ?? null,
  activeTo: component?.activeTo ?? null,
});

/** When it is there to be appraised: who joins or leaves in a period is held against their part of it. */
function ActiveTime({ form }: { form: UseFormReturnType<NewComponent> }) {
  return (
    <Group grow align="flex-start">
      {(
        [
          ['activeFrom', t('There from')],
          ['activeTo', t('There until')],
        ] as const
      ).map(([key, label]) => (
        <DateField
          key={key}
          label={label}
          clearable
          value={form.values[key] ?? ''}
          error={form.errors[key]}
          onChange={(day) => form.setFieldValue(key, day === '' ? null : day)}
        />
      ))}
    </Group>
  );
}

function Answerable({ form }: { form: UseFormReturnType<NewComponent> }) {
  const fields = [
    {
      key: 'ownerId',
      label: t('Owner'),
      description: t("Works the owner's tasks. None: the post is vacant, and the next manager up stands in"),
    },
    {
      key: 'managerId',
      label: t('Manager'),
      description: t('Appraises it. None: the manager of the nearest component above'),
    },
    {
      key: 'secondManagerId',
      label: t('Second manager'),
      description: t('A dotted line: sees it and does not appraise it'),
    },
  ] as const;
  return fields.map(({ key, label, description }) => (
    <PersonSelect
      key={key}
      label={label}
      description={description}
      clearable
      {...form.getInputProps(key)}
      value={form.values[key] ?? null}
    />
  ));
}

export function ComponentDialog(props: Props) {
  const { opened, onClose, component } = props;
  const client = useQueryClient();
  const form = useForm<NewComponent>({
    initialValues: startOf(props),
    validate: { name: (name) => (name.trim() === '' ? t('Give it a name.') : null) },
  });
  const save = useMutation({
    mutationFn: (values: NewComponent) =>
      component
        ? patch<Component>(`/components/${encodeURIComponent(component.id)}`, values)
        : post<Component>('/components', values),
    onSuccess: async ({ name }) => {
      told(component ? t('{name} is changed.', { name }) : t('{name} is added.', { name }));
      onClose();
      form.reset();
      await client.invalidateQueries({ queryKey: ['components'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={component ? t('Change the component') : t('Add a component')}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <TextInput label={t('Name')} data-autofocus {...form.getInputProps('name')} />
          <Group grow>
            <Select label={t('Kind')} allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
            <ComponentSelect
              label={t('Part of')}
              clearable
              among={{ outside: component?.id }}
              {...form.getInputProps('parentId')}
              value={form.values.parentId ?? null}
            />
          </Group>
          <Answerable form={form} />
          <CalendarFields form={form} />
          <ActiveTime form={form} />
          <Button type="submit" loading={save.isPending}>
            {component ? t('Save changes') : t('Add component')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
