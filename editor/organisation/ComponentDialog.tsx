// Adds a component, or changes one.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Component, ComponentKind } from '../../engine/index.ts';
import { componentsQuery, peopleQuery } from '../app/api/organisation-queries.ts';
import { patch, post } from '../app/api/request.ts';
import type { NewComponent } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { t, tAs } from '../language/index.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  component?: Component;
  /** Where a new one is put. */
  parentId?: string;
}
export const kindWords: Record<ComponentKind, string> = {
  organisation: t('Organisation'),
  department: t('Department'),
  team: t('Team'),
  process: t('Process'),
  employee: tAs('component', 'Employee'),
  project: t('Project'),
  other: t('Other'),
};
const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

const startOf = ({ component, parentId }: Props): NewComponent => ({
  kind: component?.kind ?? 'team',
  name: component?.name ?? '',
  parentId: component?.parentId ?? parentId ?? null,
  ownerId: component?.ownerId ?? null,
  managerId: component?.managerId ?? null,
  zone: component?.zone ?? null,
});

export function ComponentDialog(props: Props) {
  const { opened, onClose, component } = props;
  const client = useQueryClient();
  const people = useQuery({ ...peopleQuery, enabled: opened }).data ?? [];
  const components = useQuery({ ...componentsQuery, enabled: opened }).data ?? [];
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
  const persons = people.map(({ id, name }) => ({ value: id, label: name }));
  const parents = components
    .filter(({ id }) => id !== component?.id)
    .map(({ id, name }) => ({ value: id, label: name }));
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
            <Select
              label={t('Part of')}
              clearable
              searchable
              limit={50}
              data={parents}
              {...form.getInputProps('parentId')}
            />
          </Group>
          <Select
            label={t('Owner')}
            description={t("Answers for its results and works the owner's tasks")}
            clearable
            searchable
            limit={50}
            data={persons}
            {...form.getInputProps('ownerId')}
          />
          <Select
            label={t('Manager')}
            description={t('Appraises it. None: the manager of the nearest component above')}
            clearable
            searchable
            limit={50}
            data={persons}
            {...form.getInputProps('managerId')}
          />
          <Button type="submit" loading={save.isPending}>
            {component ? t('Save changes') : t('Add component')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
