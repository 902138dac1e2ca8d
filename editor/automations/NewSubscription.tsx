// A new subscription: where to send, and which events.
import { Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { MadeSubscription, NewSubscription as Wish } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { Secret } from '../app/parts/Secret.tsx';
import { t } from '../language/index.ts';
import { eventPatterns, useKnownEvents } from './use-known-events.ts';

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

interface Props {
  /** The event that somebody came for; otherwise the outcome of plans. */
  event?: string | undefined;
  onDone: () => void;
}

export function NewSubscription({ event = 'plan.outcome', onDone }: Props) {
  const client = useQueryClient();
  const known = [...useKnownEvents().filter((type) => type !== 'subscription.test'), ...eventPatterns];
  const form = useForm<Required<Wish>>({
    initialValues: { url: '', events: [event], description: '' },
    validate: {
      url: (url) => (isUrl(url) ? null : t('Give an address such as https://example.com/hooks.')),
      events: (events) => (events.length === 0 ? t('Choose at least one event.') : null),
    },
  });
  const making = useMutation({
    mutationFn: (wish: Wish) => post<MadeSubscription>('/subscriptions', wish),
    onSuccess: () => client.invalidateQueries({ queryKey: ['subscriptions'] }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  if (making.data)
    return (
      <Stack>
        <Text size="sm">{t('Events go to {url} from now on.', { url: making.data.url })}</Text>
        <Secret secret={making.data.secret}>
          {t('Your receiver checks each message’s signature with it.')}
        </Secret>
        <Group justify="flex-end">
          <Button onClick={onDone}>{t('Done')}</Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={form.onSubmit((wish) => making.mutate(wish))}>
      <Stack>
        <TextInput
          label={t('Address')}
          placeholder="https://example.com/hooks"
          required
          data-autofocus
          {...form.getInputProps('url')}
        />
        <TagsInput
          label={t('Events')}
          description={t('plan.* is every event of plans, * is every event')}
          data={known}
          required
          {...form.getInputProps('events')}
        />
        <TextInput
          label={t('What it is for')}
          placeholder={t('Tells payroll of outcomes')}
          {...form.getInputProps('description')}
        />
        {making.isError && <Failure error={making.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={making.isPending}>
            {t('Add the subscription')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
