// Where an event of the cycle's own goes. Who may adds the webhook at once, with the event filled in; others are told who does.
import { Text } from '@mantine/core';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';

export function WhereItGoes({ event }: { event: string }) {
  const may = useMay();
  if (!may('automations.change'))
    return (
      <Text size="xs" c="var(--cw-muted)">
        {t('It goes to every webhook that listens to it. An administrator adds one under Automations.')}
      </Text>
    );
  return (
    <AnchorLink to="/automations" search={{ tab: 'subscriptions', hear: event }} size="sm">
      {t('Send it to a webhook…')}
    </AnchorLink>
  );
}
