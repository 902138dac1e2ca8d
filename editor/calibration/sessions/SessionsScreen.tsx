// The calibration sessions: all for HR, for others those in which they sit.
import { Badge, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionsQuery } from '../../app/api/calibration-queries.ts';
import { cyclesQuery } from '../../app/api/cycle-queries.ts';
import type { CalibrationSession } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { AnchorLink } from '../../app/parts/links.tsx';
import { useMay, useUses } from '../../app/parts/use-permissions.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { PageTitle } from '../../theme/PageTitle.tsx';
import classes from '../calibration.module.css';
import { SessionDialog } from './SessionDialog.tsx';
import { partWords, peopleWords, stateColors, stateWords } from './session-words.ts';

function SessionItem({ session, cycleName }: { session: CalibrationSession; cycleName: string }) {
  return (
    <li className={classes.session}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start">
        <AnchorLink to="/calibrations/$sessionId" params={{ sessionId: session.id }} fw={600}>
          {session.name}
        </AnchorLink>
        <Badge variant="light" color={stateColors[session.state]} tt="none" style={{ flexShrink: 0 }}>
          {stateWords[session.state]}
        </Badge>
      </Group>
      <Text size="sm" c="var(--cw-muted)" mt={2}>
        {shortDate(session.heldOn)} · {cycleName} · {partWords(session)}
      </Text>
      <Text size="sm" c="var(--cw-muted)">
        {peopleWords(session)}
      </Text>
    </li>
  );
}

export function SessionsScreen() {
  const query = useQuery(sessionsQuery);
  const cycles = new Map(useQuery(cyclesQuery).data?.map(({ id, name }) => [id, name]));
  const isUsed = useUses()('calibration-sessions');
  const mayPlan = useMay()('calibrations.plan') && isUsed;
  const [planning, dialog] = useDisclosure(false);
  const navigate = useNavigate();
  const plan = mayPlan && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
      {t('Plan a session')}
    </Button>
  );
  return (
    <>
      <PageTitle
        title={t('Calibration sessions')}
        about={t('Ratings discussed side by side, before anybody reads theirs.')}
        actions={query.data?.items.length === 0 ? undefined : plan}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('No session is planned')} action={plan}>
              {mayPlan
                ? t('Choose a launch and who sits together; its members see the ratings while it is held.')
                : t('HR plans them. Those in which you sit appear here.')}
            </EmptyState>
          ) : (
            <ul className={classes.sessions} aria-label={t('Calibration sessions')}>
              {items.map((session) => (
                <SessionItem
                  key={session.id}
                  session={session}
                  cycleName={cycles.get(session.cycleId) ?? session.cycleId}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {planning && (
        <SessionDialog
          onClose={dialog.close}
          onDone={(sessionId) => void navigate({ to: '/calibrations/$sessionId', params: { sessionId } })}
        />
      )}
    </>
  );
}
