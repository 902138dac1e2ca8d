// A new source: its name and, in FEEL, what becomes of the message's payload.
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { MadeSource, NewSource as Wish } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { Secret } from '../app/parts/Secret.tsx';
import { t, tx } from '../language/index.ts';

const observation = {
  to: 'observation' as const,
  measureId: 'payload.measure',
  periodStart: 'payload.from',
  periodEnd: 'payload.to',
  value: 'payload.value',
};
const event = { to: 'event' as const, componentId: 'payload.component', type: '"ticket.closed"' };

const fields = {
  observation: [
    { name: 'measureId', label: t('Measure'), hint: t('The id of the measure') },
    { name: 'periodStart', label: t('First day'), hint: t('A date such as 2026-01-01') },
    { name: 'periodEnd', label: t('Last day'), hint: t('A date such as 2026-01-31') },
    { name: 'value', label: t('Value'), hint: t('A number in the measure’s unit') },
  ],
  event: [
    {
      name: 'componentId',
      label: t('Component'),
      hint: t('All its active plans that take the event hear of it'),
    },
    { name: 'type', label: t('Event'), hint: t('Dotted and in the past tense, in quotes') },
  ],
} as const;

export function NewSource({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const form = useForm<{ name: string; mapping: Record<string, string> }>({
    initialValues: { name: '', mapping: observation },
    validate: { name: (name) => (name.trim() === '' ? t('Give it a name that people recognise.') : null) },
  });
  const making = useMutation({
    mutationFn: (wish: unknown) => post<MadeSource>('/sources', wish as Wish),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sources'] }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  if (making.data)
    return (
      <Stack>
        <Text size="sm">
          {tx('Send messages to <code>{address}</code>, signed as Standard Webhooks with this secret.', {
            code: (text) => <code>{text}</code>,
            address: new URL(making.data.url, window.location.origin).href,
          })}
        </Text>
        <Secret secret={making.data.secret}>
          {t('Give it to the system that sends. It signs each message with it.')}
        </Secret>
        <Group justify="flex-end">
          <Button onClick={onDone}>{t('Done')}</Button>
        </Group>
      </Stack>
    );
  const to = form.values.mapping.to === 'event' ? 'event' : 'observation';
  return (
    <form onSubmit={form.onSubmit((wish) => making.mutate(wish))}>
      <Stack>
        <TextInput
          label={t('Name')}
          placeholder={t('Service desk')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SegmentedControl
          aria-label={t('What a message becomes')}
          value={to}
          onChange={(next) => form.setFieldValue('mapping', next === 'event' ? event : observation)}
          data={[
            { value: 'observation', label: t('An observation') },
            { value: 'event', label: t('An event') },
          ]}
        />
        <Text size="sm" c="dimmed">
          {tx('Each field is FEEL over the message: <code>payload</code> is its body.', {
            code: (text) => <code>{text}</code>,
          })}
        </Text>
        {fields[to].map(({ name, label, hint }) => (
          <TextInput
            key={name}
            label={label}
            description={hint}
            required
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            {...form.getInputProps(`mapping.${name}`)}
          />
        ))}
        {making.isError && <Failure error={making.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={making.isPending}>
            {t('Add the source')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
