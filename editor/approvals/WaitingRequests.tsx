// The versions that wait for a second person, each a way to look at it.
import { Text } from '@mantine/core';
import { IconChevronRight, IconEyeCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { PlainLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay, useMe } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import { waitingRequestsQuery } from './approval-queries.ts';
import classes from './approvals.module.css';

export function WaitingRequests() {
  const me = useMe().id;
  const may = useMay();
  const waiting = useQuery(waitingRequestsQuery).data ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('Waiting for approval')} className={classes.waiting}>
      {waiting.map(({ id, cycleId, name, note, requestedBy, requestedByName, requestedAt }) => (
        <PlainLink
          key={id}
          to="/cycles/$cycleId/approval"
          params={{ cycleId }}
          search={{ request: id }}
          className={classes.request}
        >
          <IconEyeCheck size={20} aria-hidden style={{ flex: 'none' }} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text size="sm" fw={600}>
              {requestedBy === me || !may('cycles.approve')
                ? t('A new version of “{name}” waits for approval', { name })
                : t('Approve a new version of “{name}”', { name })}
            </Text>
            <Text size="xs" c="var(--cw-muted)" truncate>
              {requestedBy === me
                ? tx('You asked {time}: {note}', { time: <TimeText at={requestedAt} />, note })
                : tx('{name} asked {time}: {note}', {
                    name: requestedByName,
                    time: <TimeText at={requestedAt} />,
                    note,
                  })}
            </Text>
          </div>
          <IconChevronRight size={18} aria-hidden style={{ flex: 'none' }} />
        </PlainLink>
      ))}
    </section>
  );
}
