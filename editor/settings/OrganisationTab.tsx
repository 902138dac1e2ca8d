// What the organisation wants of everybody; an administrator sets it.
import { Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FeaturesCard } from '../admin/FeaturesCard.tsx';
import { ask } from '../app/api/request.ts';
import type { Settings } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { settingsQuery } from '../approvals/approval-queries.ts';
import { t } from '../language/index.ts';
import classes from './settings.module.css';

function Publishing() {
  const settings = useQuery(settingsQuery);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async (next: Settings) =>
      (await ask<Settings>('/api/v1/settings', { method: 'PUT', body: next })).body,
    onSuccess: (now) => {
      client.setQueryData(settingsQuery.queryKey, now);
      told(
        now.secondPerson
          ? t('From now on a second person approves.')
          : t('From now on nobody has to approve.'),
      );
    },
    onError: toldFailure,
  });
  return (
    <section className={classes.card} aria-label={t('Publishing')}>
      <Title order={2} size="h4" mb="sm">
        {t('Publishing')}
      </Title>
      <Loaded query={settings} lines={2}>
        {({ secondPerson }) => (
          <Switch
            label={t('A second person approves a publish')}
            description={t(
              'Who publishes a cycle asks for it with a note. An administrator, HR or another designer looks at what changes, and approves or returns it. Nobody approves their own.',
            )}
            checked={secondPerson}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ secondPerson: event.currentTarget.checked })}
          />
        )}
      </Loaded>
      <Text size="xs" c="var(--cw-muted)" mt="md">
        {t('Every change of this is in the audit trail.')}
      </Text>
    </section>
  );
}

export function OrganisationTab() {
  return (
    <Stack gap="md" maw={640}>
      <Publishing />
      <FeaturesCard />
    </Stack>
  );
}
