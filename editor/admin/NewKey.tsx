// Makes an API key: what it is for, what it may do, how long; then shows its secret once.
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewApiKey } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { Secret } from '../app/parts/Secret.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { keysQuery, makeKey } from './admin-queries.ts';
import { done, type KeyScope, seen } from './scope-words.ts';

interface Values {
  name: string;
  scopes: KeyScope[];
  days: string;
}

const lasting = ['30', '90', '180', '365'];

function Scopes({ legend, words }: { legend: string; words: Partial<Record<KeyScope, string>> }) {
  return (
    <Fieldset legend={legend} variant="unstyled">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing={6}>
        {Object.entries(words).map(([scope, label]) => (
          <Checkbox key={scope} value={scope} label={label} size="sm" />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

function Made({ made, onDone }: { made: Awaited<ReturnType<typeof makeKey>>; onDone: () => void }) {
  return (
    <Stack>
      <Text size="sm">
        {t('“{name}” works until {day}.', { name: made.name, day: shortDate(made.expiresAt) })}
      </Text>
      <Secret secret={made.secret}>
        {t('The other system sends it with each request, as “Authorization: Bearer …”.')}
      </Secret>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('Done')}</Button>
      </Group>
    </Stack>
  );
}

export function NewKey({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: '', scopes: [], days: '90' },
    validate: {
      name: (name) => (name.trim() === '' ? t('Say which system uses it.') : null),
      scopes: (scopes) => (scopes.length === 0 ? t('Choose at least one thing that it may do.') : null),
    },
  });
  const making = useMutation({
    mutationFn: ({ name, scopes, days }: Values) =>
      makeKey({ name, scopes, days: Number(days) } satisfies NewApiKey),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  if (making.data) return <Made made={making.data} onDone={onDone} />;
  return (
    <form onSubmit={form.onSubmit((values) => making.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t('Which system')}
          placeholder={t('Payroll, every night')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Checkbox.Group {...form.getInputProps('scopes')}>
          <Stack gap="sm">
            <Scopes legend={t('It may see')} words={seen} />
            <Scopes legend={t('It may change')} words={done} />
          </Stack>
        </Checkbox.Group>
        <div>
          <Text size="sm" fw={600} mb={6} id="key-days">
            {t('It works for')}
          </Text>
          <SegmentedControl
            aria-labelledby="key-days"
            data={lasting.map((value) => ({ value, label: t('{days} days', { days: Number(value) }) }))}
            {...form.getInputProps('days')}
          />
        </div>
        <Text size="xs" c="var(--cw-muted)">
          {t(
            'A key never approves, signs, completes tasks or gives rights, and never does more than you may. When you leave, it stops.',
          )}
        </Text>
        {making.isError && <Failure error={making.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={making.isPending}>
            {t('Make the key')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
