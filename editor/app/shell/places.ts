// The places of the application: one table drives the rail, the bottom bar, the palette and the `g` keys.
import {
  type Icon,
  IconChartBar,
  IconInbox,
  IconLayoutKanban,
  IconMessageCircle,
  IconPlugConnected,
  IconRefresh,
  IconRocket,
  IconScale,
  IconSettings,
  IconSitemap,
  IconTarget,
} from '@tabler/icons-react';
import type { Permission } from '../../../server/access/permissions.ts';
import { t } from '../../language/index.ts';

export interface Place {
  to:
    | '/inbox'
    | '/plans'
    | '/feedback'
    | '/organisation'
    | '/goals'
    | '/cycles'
    | '/launches'
    | '/calibrations'
    | '/reports'
    | '/automations'
    | '/settings';
  name: string;
  icon: Icon;
  /** Any of these opens it; none: everybody. */
  needs: Permission[];
  key: string;
  /** Only for whom there is something in it. */
  onlyWith?: 'sessions';
}

/** Whether there is something in such places. */
export type Has = Record<NonNullable<Place['onlyWith']>, boolean>;

export const places: Place[] = [
  { to: '/inbox', name: t('Inbox'), icon: IconInbox, needs: ['tasks.read', 'tasks.work'], key: 'i' },
  { to: '/plans', name: t('Plans'), icon: IconLayoutKanban, needs: ['plans.read'], key: 'p' },
  { to: '/feedback', name: t('Feedback'), icon: IconMessageCircle, needs: ['feedback.exchange'], key: 'f' },
  { to: '/organisation', name: t('Organisation'), icon: IconSitemap, needs: ['organisation.read'], key: 'o' },
  { to: '/goals', name: t('Goals'), icon: IconTarget, needs: ['goals.read'], key: 't' },
  { to: '/cycles', name: t('Cycles'), icon: IconRefresh, needs: ['cycles.read'], key: 'c' },
  { to: '/launches', name: t('Launches'), icon: IconRocket, needs: ['launches.read'], key: 'l' },
  {
    to: '/calibrations',
    name: t('Calibration'),
    icon: IconScale,
    needs: ['tasks.work'],
    key: 'k',
    onlyWith: 'sessions',
  },
  { to: '/reports', name: t('Reports'), icon: IconChartBar, needs: ['reports.read'], key: 'a' },
  {
    to: '/automations',
    name: t('Automations'),
    icon: IconPlugConnected,
    needs: ['automations.read', 'incidents.read'],
    key: 'w',
  },
  { to: '/settings', name: t('Settings'), icon: IconSettings, needs: [], key: 's' },
];

export const placesFor = (may: (permission: Permission) => boolean, has: Has): Place[] =>
  places.filter(
    ({ needs, onlyWith }) =>
      (needs.length === 0 || needs.some(may)) && (onlyWith === undefined || has[onlyWith]),
  );
