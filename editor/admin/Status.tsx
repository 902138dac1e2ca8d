// The server's state in two parts: what needs somebody, and the figures.
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { System } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { exactly } from '../app/words/due.ts';
import { numberText, t } from '../language/index.ts';
import { Facts } from '../settings/Facts.tsx';
import classes from '../settings/settings.module.css';
import { auditChainQuery } from './admin-queries.ts';
import { bytesText } from './bytes.ts';
import { concernsOf } from './concerns.ts';

function Concerns({ system }: { system: System }) {
  const concerns = concernsOf(system);
  if (concerns.length === 0)
    return (
      <Group gap="xs" role="status">
        <IconCheck size={18} aria-hidden color="var(--cw-success, currentColor)" />
        <Text>{t('Nothing needs you. Everything that was due is done.')}</Text>
      </Group>
    );
  return (
    <Stack gap="xs" role="status">
      {concerns.map(({ id, words, tab }) => (
        <Alert key={id} color="yellow" icon={<IconAlertTriangle aria-hidden />} py={8}>
          <Group gap="sm" justify="space-between">
            <Text size="sm">{words}</Text>
            {tab && (
              <AnchorLink to="/automations" search={{ tab }} size="sm">
                {t('See to it')}
              </AnchorLink>
            )}
          </Group>
        </Alert>
      ))}
    </Stack>
  );
}

function ChainText() {
  const { data } = useQuery(auditChainQuery);
  if (!data) return '…';
  return data.firstBroken === null
    ? t('{lines} lines, each follows from the one before it', { lines: numberText(data.lines) })
    : t('Line {number} does not follow from the one before it: somebody changed the database', {
        number: data.firstBroken,
      });
}

export function Status({ system }: { system: System }) {
  const { timers, deliveries, mails, running } = system.queues;
  return (
    <section className={classes.card} aria-labelledby="server-state">
      <Title order={2} size="h4" id="server-state" mb="sm">
        {t('How it is')}
      </Title>
      <Concerns system={system} />
      <div style={{ marginTop: 12 }}>
        <Facts
          facts={[
            [t('Version'), t('Cyclewright {number}', { number: system.version })],
            [t('Running since'), exactly(system.startedAt)],
            [t('Database'), bytesText(system.storeBytes)],
            [
              t('Timers'),
              timers.nextAt
                ? t('{count} armed, the next one {time}', {
                    count: numberText(timers.armed),
                    time: exactly(timers.nextAt),
                  })
                : t('none armed'),
            ],
            [t('Deliveries'), t('{count} wait to be sent', { count: numberText(deliveries.waiting) })],
            [
              t('Mail'),
              system.sendsMail
                ? t('{count} wait to be sent', { count: numberText(mails.waiting) })
                : t('This server sends no mail.'),
            ],
            [
              t('At work'),
              t('{launches} launches, {migrations} migrations, {imports} imports', {
                launches: running.launches,
                migrations: running.migrations,
                imports: running.imports,
              }),
            ],
            [t('Audit trail'), <ChainText key="chain" />],
            [
              t('Last backup'),
              system.lastBackup ? <TimeText key="backup" at={system.lastBackup.madeAt} /> : t('none'),
            ],
          ]}
        />
      </div>
    </section>
  );
}
