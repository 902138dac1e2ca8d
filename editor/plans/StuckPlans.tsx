// Plans that cannot go on since a step failed need somebody whatever else is shown, also on the board of another cycle.
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { PlansTogether } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';

const route = getRouteApi('/signed-in/plans');

export function StuckPlans({ groups }: { groups: readonly PlansTogether[] }) {
  const search = route.useSearch();
  const count = groups.reduce((sum, { stuck }) => sum + stuck, 0);
  if (count === 0 || search.stuck) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} mb="md" py="xs">
      {t('{count, plural, one {# plan waits} other {# plans wait}} since a step failed.', { count })}{' '}
      <AnchorLink to="/plans" search={{ ...search, view: 'list', cycle: undefined, stuck: 'yes' }} inherit>
        {t('{count, plural, one {Show it} other {Show them}}', { count })}
      </AnchorLink>
    </Alert>
  );
}
