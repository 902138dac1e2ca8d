// What the organisation wants of everybody; an administrator sets it.
import { Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FeaturesCard } from '../admin/FeaturesCard.tsx';
import { ask } from '../app/api/request.ts';
import type { Settings } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { settingsQuery } from '../approvals/approval-queries.ts';
import { dateText, t } from '../language/index.ts';
import classes from './settings.module.css';

function useChange(words: (now: Settings) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: Partial<Settings>) =>
      (await ask<Settings>('/api/v1/settings', { method: 'PUT', body: wish })).body,
    onSuccess: (now) => {
      client.setQueryData(settingsQuery.queryKey, now);
      told(words(now));
      return client.invalidateQueries({ queryKey: ['components'] });
    },
    onError: toldFailure,
  });
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
      <Text size="xs" c="var(--cw-muted)" mt="md">
        {t('Every change of this is in the audit trail.')}
      </Text>
    </section>
  );
}

function Publishing() {
  const settings = useQuery(settingsQuery);
  const change = useChange(({ secondPerson }) =>
    secondPerson ? t('From now on a second person approves.') : t('From now on nobody has to approve.'),
  );
  return (
    <Card title={t('Publishing')}>
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
    </Card>
  );
}

const monthName = (month: number): string =>
  dateText(`2026-${String(month).padStart(2, '0')}-15`, { month: 'long', timeZone: 'UTC' });
const months = Array.from({ length: 12 }, (_, index) => index + 1);

function FiscalYear() {
  const settings = useQuery(settingsQuery);
  const change = useChange(({ fiscalYearStart }) =>
    t('From now on the year of a launch starts in {month}.', { month: monthName(fiscalYearStart) }),
  );
  return (
    <Card title={t('Fiscal year')}>
      <Loaded query={settings} lines={2}>
        {({ fiscalYearStart }) => (
          <Select
            label={t('It starts in')}
            description={t(
              'A launch covers the year, half-year, quarter or month of it in which it begins, as its cycle says, unless other days are chosen. Plans under way keep their days.',
            )}
            inputWrapperOrder={['label', 'input', 'description']}
            searchable
            allowDeselect={false}
            data={months.map((month) => ({ value: String(month), label: monthName(month) }))}
            value={String(fiscalYearStart)}
            disabled={change.isPending}
            onChange={(month) => change.mutate({ fiscalYearStart: Number(month) })}
          />
        )}
      </Loaded>
    </Card>
  );
}

export function OrganisationTab() {
  return (
    <Stack gap="md" maw={640}>
      <FiscalYear />
      <Publishing />
      <FeaturesCard />
    </Stack>
  );
}
