// An appraisal as it was given, to be read and printed: each goal by results and methods with its evidence, the whole,
// and on paper the block for both signatures.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormResult, formSchemas, type Goal } from '../../../engine/index.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import classes from '../inbox.module.css';

type Appraisal = FormResult<'appraisal'>;

function Both({ results, methods }: Pick<Appraisal, 'methods'> & { results?: Appraisal['results'] | null }) {
  return (
    <Group gap="md">
      {results !== undefined && (
        <Text size="sm" component="div">
          {t('Results')} <OutcomeBadge outcome={results ?? null} size="sm" />
        </Text>
      )}
      <Text size="sm" component="div">
        {t('Methods')} <OutcomeBadge outcome={methods} size="sm" />
      </Text>
    </Group>
  );
}

function Whole({ appraisal, goals }: { appraisal: Appraisal; goals: Goal[] }) {
  return (
    <Stack gap="md">
      {appraisal.goals.map(({ goalId, results, methods, evidence }) => (
        <div key={goalId} className={classes.given}>
          <Text size="sm" fw={600}>
            {goals.find(({ id }) => id === goalId)?.title ?? goalId}
          </Text>
          <Both results={results} methods={methods} />
          <Text size="sm">{evidence}</Text>
        </div>
      ))}
      <div className={classes.given}>
        <Text size="sm" fw={600}>
          {t('As a whole')}
        </Text>
        <Both results={appraisal.results} methods={appraisal.methods} />
        {appraisal.reason && <Text size="sm">{appraisal.reason}</Text>}
        <Text size="sm">{appraisal.summary}</Text>
      </div>
    </Stack>
  );
}

function Signatures({ task }: { task: TaskDetail }) {
  return (
    <div className={classes.signatures}>
      <div>{t('{person}: date, signature', { person: task.completedBy?.name ?? t('Manager') })}</div>
      <div>{t('For {component}: date, signature', { component: task.componentName })}</div>
    </div>
  );
}

/** Nothing when the task was another one, or its answer is not the reader's to see. */
export function GivenAppraisal({ task, goals }: { task: TaskDetail; goals: Goal[] }) {
  const read = task.form === 'appraisal' ? formSchemas.appraisal.safeParse(task.result) : null;
  if (!read?.success) return null;
  return (
    <section className={classes.card} aria-label={t('The appraisal')}>
      <Group justify="space-between" mb="sm">
        <Title order={3}>{t('The appraisal')}</Title>
        <Button
          variant="default"
          size="xs"
          className={classes.noPrint}
          leftSection={<IconPrinter size={14} />}
          onClick={() => window.print()}
        >
          {t('Print')}
        </Button>
      </Group>
      <Whole appraisal={read.data} goals={goals} />
      <Signatures task={task} />
    </section>
  );
}
