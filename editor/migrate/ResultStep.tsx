// A migration that was run: how far it is, what became of each plan, and the way back.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MigrationReport } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { isUnderWay, migratedPlansQuery, migrationQuery, undoMigration } from './migrate-queries.ts';
import { PlanReports } from './PlanReports.tsx';
import { Progress } from './Progress.tsx';
import { goingCount, goingWords } from './state-words.ts';

interface Props {
  id: string;
  stages: Readonly<Record<string, string>>;
}

function doneWords({ counts, status, to, from }: MigrationReport): string {
  if (status !== 'undone') return goingWords(counts, to);
  const { undone, kept } = counts;
  const back = t('{undone, plural, one {# plan} other {# plans}} went back to version {version}.', {
    undone,
    version: from,
  });
  if (kept === 0) return back;
  return `${back} ${t('{kept, plural, one {# plan} other {# plans}} moved since and stayed.', { kept })}`;
}

export function ResultStep({ id, stages }: Props) {
  const query = useQuery(migrationQuery(id));
  return <Loaded query={query}>{(report) => <Result report={report} stages={stages} />}</Loaded>;
}

function Result({ report, stages }: { report: MigrationReport; stages: Props['stages'] }) {
  const { id, cycleId, to, status, counts } = report;
  const plans = useQuery(migratedPlansQuery(id, `${status} ${counts.waiting}`));
  if (isUnderWay(report)) return <Progress migration={report} />;
  return (
    <Stack>
      <Alert
        color="teal"
        title={status === 'undone' ? t('The migration was taken back') : t('The migration is done')}
      >
        {doneWords(report)}
      </Alert>
      <Loaded query={plans}>
        {(items) => <PlanReports plans={items} counts={counts} stages={stages} deciding={null} />}
      </Loaded>
      <Group justify="flex-end">
        {status === 'done' && goingCount(counts) > 0 && <Undo report={report} />}
        <ButtonLink to="/cycles/$cycleId" params={{ cycleId }} search={{ version: String(to) }}>
          {t('Watch version {version}', { version: to })}
        </ButtonLink>
      </Group>
    </Stack>
  );
}

function Undo({ report: { id, from, counts } }: { report: MigrationReport }) {
  const [asked, ask] = useDisclosure(false);
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoMigration(id),
    onSuccess: async () => {
      ask.close();
      await client.invalidateQueries({ queryKey: ['migrations'] });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={ask.open}>
        {t('Take it back…')}
      </Button>
      <Dialog opened={asked} onClose={ask.close} title={t('Take the migration back')}>
        <Text size="sm" mb="md">
          {t(
            '{going, plural, one {# plan} other {# plans}} get back exactly what they had in version {version}: stage, tasks and timers. Plans that have moved since, or whose changed tasks somebody has worked on, stay and say so.',
            { going: goingCount(counts), version: from },
          )}
        </Text>
        {undo.isError && <Failure error={undo.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={ask.close}>
            {t('Leave it')}
          </Button>
          <Button loading={undo.isPending} onClick={() => undo.mutate()} data-autofocus>
            {t('Take it back')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
