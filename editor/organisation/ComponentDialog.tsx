// Adds a component, or changes one.
import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { changePreviewQuery } from '../app/api/tree-queries.ts';
import type { NewComponent } from '../app/api/wire.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { PersonSelect } from '../app/parts/PersonSelect.tsx';
import { BothChanged } from '../inbox/forms/BothChanged.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { CalendarFields } from './calendar/CalendarFields.tsx';
import { fieldWords, useSidesOf, valueWords } from './clash-words.ts';
import { changeThatMoves, fieldsOf } from './component-change.ts';
import { kindWords } from './kind-words.ts';
import { Follows } from './move/Follows.tsx';
import { useSaveComponent } from './use-save-component.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  component?: Component;
  /** Where a new one is put. */
  parentId?: string;
}
const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

const startOf = ({ component, parentId }: Props): NewComponent =>
  component
    ? fieldsOf(component)
    : {
        ...{ kind: 'team', name: '', parentId: parentId ?? null },
        ...{ ownerId: null, managerId: null, secondManagerId: null },
        ...{ zone: null, holidayRegion: null, activeFrom: null, activeTo: null },
      };

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

/** What follows from it, for what moves tasks or days. */
function MovesTasks({
  component,
  values,
  ...asked
}: {
  component: Component;
  values: NewComponent;
  isRecounting: boolean;
  onRecounting: (isRecounting: boolean) => void;
}) {
  const change = changeThatMoves(values, component);
  const preview = useQuery({ ...changePreviewQuery(component.id, change ?? {}), enabled: change !== null });
  return change && <Follows query={preview} {...asked} />;
}

export function ComponentDialog(props: Props) {
  const { opened, onClose, component } = props;
  const [isRecounting, setRecounting] = useState(false);
  const form = useForm<NewComponent>({
    initialValues: startOf(props),
    validate: { name: (name) => (name.trim() === '' ? t('Give it a name.') : null) },
  });
  const saving = useSaveComponent({ component, form, onClose });
  const names = useSidesOf(saving.clashes);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={component ? t('Change the component') : t('Add a component')}
    >
      <form onSubmit={form.onSubmit((values) => saving.save({ values, isRecounting }))} noValidate>
        <Stack>
          {saving.error && <Failure error={saving.error} />}
          {component && (
            <BothChanged
              about={component.name}
              clashes={saving.clashes}
              nameOf={(key) => fieldWords[key] ?? key}
              says={(key, value) => valueWords(key, value, names)}
              onChoose={saving.choose}
            />
          )}
          <TextInput label={t('Name')} data-autofocus {...form.getInputProps('name')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <Select label={t('Kind')} allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
            <ComponentSelect
              label={t('Part of')}
              clearable
              among={{ outside: component?.id }}
              {...form.getInputProps('parentId')}
              value={form.values.parentId ?? null}
            />
          </SimpleGrid>
          <Answerable form={form} />
          <CalendarFields form={form} />
          <ActiveTime form={form} />
          {component && (
            <MovesTasks
              component={component}
              values={form.values}
              isRecounting={isRecounting}
              onRecounting={setRecounting}
            />
          )}
          <Button type="submit" loading={saving.isPending}>
            {component ? t('Save changes') : t('Add component')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
