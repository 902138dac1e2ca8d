// What comes in from other systems, what goes out to them, and what failed on the way.
import { Skeleton, Tabs } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDownLeft,
  IconArrowUpRight,
  IconHelp,
  IconSend,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { TabList } from '../theme/TabList.tsx';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { IncidentsTab } from './IncidentsTab.tsx';
import { SourcesTab } from './SourcesTab.tsx';
import { SubscriptionsTab } from './SubscriptionsTab.tsx';

const HelpTab = latePart(async () => (await import('./HelpTab.tsx')).HelpTab);

const route = getRouteApi('/signed-in/automations');

export function AutomationsScreen() {
  const may = useMay();
  const { tab, hear, plan, ...filter } = route.useSearch();
  const navigate = useNavigate();
  const automations = may('automations.read');
  const shown = automations ? (tab ?? 'sources') : 'incidents';
  return (
    <>
      <PageTitle
        title={t('Automations')}
        about={t(
          'Other systems send facts in and hear of outcomes. Every message is signed, and counts once.',
        )}
        actions={
          may('imports.run') && (
            <ButtonLink to="/import" search={{ kind: 'indicators' }} variant="default">
              {t('Import a file')}
            </ButtonLink>
          )
        }
      />
      <Tabs
        value={shown}
        onChange={(next) => void navigate({ to: '/automations', search: { tab: next ?? undefined } })}
        keepMounted={false}
      >
        <TabList chosen={shown}>
          {automations && (
            <>
              <Tabs.Tab value="sources" leftSection={<IconArrowDownLeft size={16} aria-hidden />}>
                {t('Sources')}
              </Tabs.Tab>
              <Tabs.Tab value="subscriptions" leftSection={<IconArrowUpRight size={16} aria-hidden />}>
                {t('Subscriptions')}
              </Tabs.Tab>
              <Tabs.Tab value="deliveries" leftSection={<IconSend size={16} aria-hidden />}>
                {t('Deliveries')}
              </Tabs.Tab>
            </>
          )}
          {may('incidents.read') && (
            <Tabs.Tab value="incidents" leftSection={<IconAlertTriangle size={16} aria-hidden />}>
              {t('Incidents')}
            </Tabs.Tab>
          )}
          {automations && (
            <Tabs.Tab value="help" leftSection={<IconHelp size={16} aria-hidden />}>
              {t('For receivers')}
            </Tabs.Tab>
          )}
        </TabList>
        <Tabs.Panel value="sources">
          <SourcesTab />
        </Tabs.Panel>
        <Tabs.Panel value="subscriptions">
          <SubscriptionsTab event={hear} />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <DeliveriesTab filter={filter} />
        </Tabs.Panel>
        <Tabs.Panel value="incidents">
          <IncidentsTab planId={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="help">
          <Suspense fallback={<Skeleton height={280} radius="md" />}>
            <HelpTab />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
