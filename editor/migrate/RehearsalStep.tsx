// The rehearsal: what would become of each plan. Nothing is changed until somebody says so; decisions are rehearsed anew.
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MigrationReport } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { isUnderWay, migratedPlansQuery, migrationQuery } from './migrate-queries.ts';
import { PlanReports } from './PlanReports.tsx';
import { Progress } from './Progress.tsx';
import type { Deciding } from './Question.tsx';
import { goingCount, goingWords } from './state-words.ts';

interface Props {
  /** The rehearsal that was asked for last. */
  id: string;
  stages: Readonly<Record<string, string>>;
  deciding: Deciding;
  /** The mapping has changed since. */
  stale: boolean;
  busy: boolean;
  onRehearse: () => void;
  onMigrate: (reason: string) => void;
}

export function RehearsalStep({ id, ...props }: Props) {
  const query = useQuery(migrationQuery(id));
  return (
    <Loaded query={query}>
      {(report) =>
        isUnderWay(report) ? <Progress migration={report} /> : <Rehearsed report={report} {...props} />
      }
    </Loaded>
  );
}

function Rehearsed({
  report,
  stages,
  deciding,
  stale,
  busy,
  onRehearse,
  onMigrate,
}: Omit<Props, 'id'> & { report: MigrationReport }) {
  const plans = useQuery(migratedPlansQuery(report.id, report.status));
  const [asked, ask] = useDisclosure(false);
  const going = goingCount(report.counts);
  return (
    <Stack>
      <Alert color={going === report.total ? 'teal' : 'yellow'} title={goingWords(report.counts, report.to)}>
        {t(
          'This was a rehearsal: nothing has changed yet. Plans are carried, not moved: no transition is taken, nobody is told or rewarded twice.',
        )}
      </Alert>
      <Loaded query={plans}>
        {(items) => <PlanReports plans={items} counts={report.counts} stages={stages} deciding={deciding} />}
      </Loaded>
      <Group justify="flex-end">
        {stale && (
          <Text size="sm" c="var(--cw-muted)">
            {t('Decisions have changed since this rehearsal.')}
          </Text>
        )}
        <Button variant={stale ? 'filled' : 'default'} loading={busy && stale} onClick={onRehearse}>
          {t('Rehearse again')}
        </Button>
        <Button disabled={stale || going === 0} onClick={ask.open} variant={stale ? 'default' : 'filled'}>
          {t('Migrate {going, plural, one {# plan} other {# plans}}', { going })}
        </Button>
      </Group>
      <Confirm
        opened={asked}
        report={report}
        busy={busy}
        onClose={ask.close}
        onMigrate={(reason) => {
          ask.close();
          onMigrate(reason);
        }}
      />
    </Stack>
  );
}

interface ConfirmProps {
  opened: boolean;
  report: MigrationReport;
  busy: boolean;
  onClose: () => void;
  onMigrate: (reason: string) => void;
}

function Confirm({ opened, report: { counts, from, to }, busy, onClose, onMigrate }: ConfirmProps) {
  const going = goingCount(counts);
  const [reason, setReason] = useState('');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('Migrate to version {version}', { version: to })}>
      <Text size="sm" mb="md">
        {`${goingWords(counts, to)} ${t(
          'Those that go can be taken back to version {version} until they move on.',
          { version: from },
        )}`}
      </Text>
      <TextInput
        label={t('Why')}
        description={t('It stands in the history of each plan')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
        mb="md"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('Not yet')}
        </Button>
        <Button loading={busy} disabled={reason.trim() === ''} onClick={() => onMigrate(reason.trim())}>
          {t('Migrate {going, plural, one {# plan} other {# plans}}', { going })}
        </Button>
      </Group>
    </Dialog>
  );
}
