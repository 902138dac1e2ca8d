// Settings: the person's own, the people for those who keep them, what runs the server, and about it.
import { Skeleton, Tabs } from '@mantine/core';
import {
  type Icon,
  IconBeach,
  IconBuilding,
  IconCalendar,
  IconHistory,
  IconInfoCircle,
  IconKey,
  IconMail,
  IconServer,
  IconTags,
  IconTrophy,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import { useMay, useUses } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { TabList } from '../theme/TabList.tsx';
import { AboutTab } from './AboutTab.tsx';
import { MeTab } from './MeTab.tsx';
import { OrganisationTab } from './OrganisationTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';

const AbsenceTab = latePart(async () => (await import('../absences/AbsenceTab.tsx')).AbsenceTab);
const AttributesTab = latePart(async () => (await import('../attributes/AttributesTab.tsx')).AttributesTab);
const BudgetsTab = latePart(async () => (await import('../budgets/BudgetsTab.tsx')).BudgetsTab);
const KeysTab = latePart(async () => (await import('../admin/KeysTab.tsx')).KeysTab);
const ServerTab = latePart(async () => (await import('../admin/ServerTab.tsx')).ServerTab);
const CalendarsTab = latePart(async () => (await import('../admin/calendars/CalendarsTab.tsx')).CalendarsTab);
const MailsTab = latePart(async () => (await import('../admin/mails/MailsTab.tsx')).MailsTab);
const AuditTab = latePart(async () => (await import('../admin/AuditTab.tsx')).AuditTab);

type May = ReturnType<typeof useMay>;
type Uses = ReturnType<typeof useUses>;

interface Tab {
  value: string;
  label: string;
  icon: Icon;
  panel: ComponentType;
  isFor: (may: May, uses: Uses) => boolean;
}

const tabs: readonly Tab[] = [
  { value: 'me', label: t('Me'), icon: IconUser, panel: MeTab, isFor: () => true },
  {
    value: 'absence',
    label: t('Absence'),
    icon: IconBeach,
    panel: AbsenceTab,
    isFor: (may) => may('absences.change'),
  },
  {
    value: 'people',
    label: t('People'),
    icon: IconUsers,
    panel: PeopleTab,
    isFor: (may) => may('people.change'),
  },
  {
    value: 'attributes',
    label: t('Attributes'),
    icon: IconTags,
    panel: AttributesTab,
    isFor: (may) => may('attributes.change'),
  },
  {
    value: 'budgets',
    label: t('Budgets'),
    icon: IconTrophy,
    panel: BudgetsTab,
    isFor: (may) => may('budgets.read'),
  },
  {
    value: 'organisation',
    label: t('Organisation'),
    icon: IconBuilding,
    panel: OrganisationTab,
    isFor: (may) => may('settings.change'),
  },
  {
    value: 'calendars',
    label: t('Calendars'),
    icon: IconCalendar,
    panel: CalendarsTab,
    isFor: (may) => may('settings.change'),
  },
  {
    value: 'mails',
    label: t('Mail'),
    icon: IconMail,
    panel: MailsTab,
    isFor: (may) => may('settings.change'),
  },
  {
    value: 'keys',
    label: t('API keys'),
    icon: IconKey,
    panel: KeysTab,
    isFor: (may, uses) => may('keys.read') && uses('api-keys'),
  },
  {
    value: 'audit',
    label: t('Audit trail'),
    icon: IconHistory,
    panel: AuditTab,
    isFor: (may) => may('audit.read'),
  },
  {
    value: 'server',
    label: t('Server'),
    icon: IconServer,
    panel: ServerTab,
    isFor: (may) => may('system.read'),
  },
  { value: 'about', label: t('About'), icon: IconInfoCircle, panel: AboutTab, isFor: () => true },
];

const route = getRouteApi('/signed-in/settings');

export function SettingsScreen() {
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const uses = useUses();
  const shown = tabs.filter(({ isFor }) => isFor(may, uses));
  return (
    <>
      <PageTitle title={t('Settings')} />
      <Tabs
        value={shown.some(({ value }) => value === tab) ? tab : 'me'}
        onChange={(next) =>
          void navigate({ to: '/settings', search: { tab: next ?? undefined }, replace: true })
        }
        keepMounted={false}
      >
        <TabList chosen={tab}>
          {shown.map(({ value, label, icon: TabIcon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<TabIcon size={16} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </TabList>
        {shown.map(({ value, panel: Panel }) => (
          <Tabs.Panel key={value} value={value}>
            <Suspense fallback={<Skeleton height={280} radius="md" maw={720} />}>
              <Panel />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
