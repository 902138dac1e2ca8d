// Backups: one made now, those there are, and how one becomes a server again.
import { ActionIcon, Anchor, Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDatabaseExport, IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { exactly } from '../app/words/due.ts';
import { t, tx } from '../language/index.ts';
import classes from '../settings/settings.module.css';
import { Hint } from '../theme/Hint.tsx';
import { backupFile, backupsQuery, makeBackup, removeBackup, systemQuery } from './admin-queries.ts';
import { bytesText } from './bytes.ts';

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: backupsQuery.queryKey });
    await client.invalidateQueries({ queryKey: systemQuery.queryKey });
  };
}

function Remove({ backup }: { backup: Backup }) {
  const [asked, setAsked] = useState(false);
  const refresh = useRefresh();
  const removing = useMutation({
    mutationFn: () => removeBackup(backup.name),
    onSuccess: refresh,
    onError: toldFailure,
  });
  const label = t('Remove the backup of {time}', { time: exactly(backup.madeAt) });
  if (!asked)
    return (
      <Hint label={t('Remove')}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setAsked(true)}>
          <IconTrash size={16} />
        </ActionIcon>
      </Hint>
    );
  return (
    <Button size="compact-xs" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
      {t('Remove it for good')}
    </Button>
  );
}

function BackupRow({ backup }: { backup: Backup }) {
  const { name, madeAt, bytes, plans, people, drafts } = backup;
  return (
    <Table.Tr>
      <Table.Td>{exactly(madeAt)}</Table.Td>
      <Table.Td>
        {t(
          '{plans, plural, one {# plan} other {# plans}}, {people, plural, one {# person} other {# people}}, {drafts, plural, one {# draft} other {# drafts}}',
          {
            plans,
            people,
            drafts,
          },
        )}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{bytesText(bytes)}</Table.Td>
      <Table.Td>
        <Group gap="sm" justify="flex-end" wrap="nowrap">
          <Anchor
            href={backupFile(name)}
            download={name}
            size="sm"
            aria-label={t('Download the backup of {time}', { time: exactly(madeAt) })}
          >
            <Group gap={4} wrap="nowrap">
              <IconDownload size={16} aria-hidden />
              {t('Download')}
            </Group>
          </Anchor>
          <Remove backup={backup} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function BackupTable({ items }: { items: Backup[] }) {
  return (
    <Table.ScrollContainer
      minWidth={560}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('Those there are')}
    >
      <Table fz="sm" aria-label={t('Backups')}>
        <Table.Tbody>
          {items.map((backup) => (
            <BackupRow key={backup.name} backup={backup} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function Backups() {
  const backups = useQuery(backupsQuery);
  const refresh = useRefresh();
  const making = useMutation({
    mutationFn: makeBackup,
    onSuccess: async ({ bytes }) => {
      told(t('The backup is made and checked: {size}.', { size: bytesText(bytes) }));
      await refresh();
    },
    onError: toldFailure,
  });
  return (
    <section className={classes.card} aria-labelledby="backups">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="backups">
          {t('Backups')}
        </Title>
        <Button
          variant="default"
          leftSection={<IconDatabaseExport size={16} aria-hidden />}
          loading={making.isPending}
          onClick={() => making.mutate()}
        >
          {t('Make one now')}
        </Button>
      </Group>
      <Stack gap="sm">
        <Loaded query={backups} lines={2}>
          {(items) =>
            items.length === 0 ? <Text size="sm">{t('None yet.')}</Text> : <BackupTable items={items} />
          }
        </Loaded>
        <Text size="sm" c="var(--cw-muted)" maw="72ch">
          {t(
            'A backup is one file with everything in it, also the secrets of webhooks: keep it on another computer, where only those come who may see all plans. People go on working while it is made.',
          )}
        </Text>
        <Text size="sm" c="var(--cw-muted)" maw="72ch">
          {tx('To restore one: {command}. It is checked first, and no webhook is sent before you allow it.', {
            command: <Code>npm run cyclewright -- restore backup.db --data ./restored</Code>,
          })}
        </Text>
      </Stack>
    </section>
  );
}
