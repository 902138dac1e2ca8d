// Something that is not there, or not for its reader: a page says so, and leads to where such things are.
import { IconMapQuestion } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { RequestError } from '../api/request.ts';
import { usePlaces } from '../shell/use-places.ts';
import { ButtonLink } from './links.tsx';

const toInbox = { to: '/inbox', way: t('To the inbox') } as const;
const kinds = {
  task: { title: t('This task is not there'), ...toInbox },
  plan: { title: t('This plan is not there'), to: '/plans', way: t('To the plans') },
  component: { title: t('This component is not there'), to: '/organisation', way: t('To the organisation') },
  cycle: { title: t('This cycle is not there'), to: '/cycles', way: t('To the cycles') },
  version: { title: t('This version is not there'), to: '/cycles', way: t('To the cycles') },
  request: { title: t('This request is not there'), to: '/cycles', way: t('To the cycles') },
  launch: { title: t('This launch is not there'), to: '/launches', way: t('To the launches') },
  session: { title: t('This session is not there'), to: '/calibrations', way: t('To the sessions') },
} as const;

export type Kind = keyof typeof kinds;

/** Asking again does not bring it. */
export const isNotThere = (error: unknown): boolean => error instanceof RequestError && error.status === 404;

export function NotThere({ what }: { what: Kind }) {
  const { title, ...list } = kinds[what];
  const isOpen = usePlaces().some(({ to }) => to === list.to);
  const { to, way } = isOpen ? list : toInbox;
  return (
    <EmptyState
      title={title}
      icon={IconMapQuestion}
      action={
        <ButtonLink to={to} variant="default">
          {way}
        </ButtonLink>
      }
    >
      {t('The link may be old, or what it led to was removed, or you may not see it.')}
    </EmptyState>
  );
}
