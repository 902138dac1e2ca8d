// A new attribute, or other values of one that is there.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attribute } from '../app/api/wire.ts';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { idFrom, valuesFrom } from './attribute-id.ts';
import { defineAttribute } from './attribute-queries.ts';

interface Props {
  /** Null: a new one. */
  attribute: Attribute | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

export function AttributeForm({ attribute, onDone, onClose }: Props) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [values, setValues] = useState(attribute?.allowed.join(', ') ?? '');
  const client = useQueryClient();
  const allowed = valuesFrom(values);
  const id = attribute?.id ?? idFrom(name);
  const save = useMutation({
    mutationFn: () => defineAttribute({ id, name: name.trim(), allowed }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['attributes'] });
      onDone(saved.id);
    },
    onError: toldFailure,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm" maw={560}>
        <TextInput
          label={t('Name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('Values')}
          description={t('Two or more, with commas between them. Nobody can have another.')}
          required
          value={values}
          onChange={(event) => setValues(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={id === '' || allowed.length < 2}>
            {t('Save the attribute')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
