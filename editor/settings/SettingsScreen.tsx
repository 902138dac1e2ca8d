// Settings: the person's own, the people for those who keep them, and about this server.
import { Skeleton, Tabs } from '@mantine/core';
import {
  IconBeach,
  IconBuilding,
  IconInfoCircle,
  IconTags,
  IconTrophy,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { AboutTab } from './AboutTab.tsx';
import { MeTab } from './MeTab.tsx';
import { OrganisationTab } from './OrganisationTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';

const AbsenceTab = lazy(async () => ({ default: (await import('../absences/AbsenceTab.tsx')).AbsenceTab }));

const AttributesTab = lazy(async () => ({
  default: (await import('../attributes/AttributesTab.tsx')).AttributesTab,
}));

const BudgetsTab = lazy(async () => ({ default: (await import('../budgets/BudgetsTab.tsx')).BudgetsTab }));

const route = getRouteApi('/signed-in/settings');

const shownOf = (tab: string | undefined, shown: readonly string[]): string =>
  tab !== undefined && shown.includes(tab) ? tab : 'me';

export function SettingsScreen() {
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const keepsPeople = may('people.change');
  const setsWishes = may('settings.change');
  const mayBeAway = may('absences.change');
  const keepsAttributes = may('attributes.change');
  const seesBudgets = may('budgets.read');
  const shown = [
    ...(mayBeAway ? ['absence'] : []),
    ...(keepsPeople ? ['people'] : []),
    ...(keepsAttributes ? ['attributes'] : []),
    ...(seesBudgets ? ['budgets'] : []),
    ...(setsWishes ? ['organisation'] : []),
    'about',
  ];
  return (
    <>
      <PageTitle title={t('Settings')} />
      <Tabs
        value={shownOf(tab, shown)}
        onChange={(next) =>
          void navigate({ to: '/settings', search: { tab: next ?? undefined }, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="me" leftSection={<IconUser size={16} aria-hidden />}>
            {t('Me')}
          </Tabs.Tab>
          {mayBeAway && (
            <Tabs.Tab value="absence" leftSection={<IconBeach size={16} aria-hidden />}>
              {t('Absence')}
            </Tabs.Tab>
          )}
          {keepsPeople && (
            <Tabs.Tab value="people" leftSection={<IconUsers size={16} aria-hidden />}>
              {t('People')}
            </Tabs.Tab>
          )}
          {keepsAttributes && (
            <Tabs.Tab value="attributes" leftSection={<IconTags size={16} aria-hidden />}>
              {t('Attributes')}
            </Tabs.Tab>
          )}
          {seesBudgets && (
            <Tabs.Tab value="budgets" leftSection={<IconTrophy size={16} aria-hidden />}>
              {t('Budgets')}
            </Tabs.Tab>
          )}
          {setsWishes && (
            <Tabs.Tab value="organisation" leftSection={<IconBuilding size={16} aria-hidden />}>
              {t('Organisation')}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="about" leftSection={<IconInfoCircle size={16} aria-hidden />}>
            {t('About')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="me">
          <MeTab />
        </Tabs.Panel>
        <Tabs.Panel value="absence">
          <Suspense fallback={<Skeleton height={280} radius="md" maw={720} />}>
            <AbsenceTab />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="attributes">
          <Suspense fallback={<Skeleton height={280} radius="md" maw={720} />}>
            <AttributesTab />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="budgets">
          <Suspense fallback={<Skeleton height={280} radius="md" maw={720} />}>
            <BudgetsTab />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleTab />
        </Tabs.Panel>
        <Tabs.Panel value="organisation">
          <OrganisationTab />
        </Tabs.Panel>
        <Tabs.Panel value="about">
          <AboutTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
