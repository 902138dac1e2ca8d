// An import in three acts: choose a file, say which column is what, look at the dry run. Only then is anything written.
import { Button, FileInput, Group, Progress, Stack, Stepper, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportMapping, NewImport } from '../app/api/wire.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { type ChosenFile, readChosenFile } from './chosen-file.ts';
import { guessMapping } from './guess-mapping.ts';
import { ImportResult } from './ImportResult.tsx';
import { type ImportProgress, importShare, importWords } from './import-words.ts';
import { MappingForm } from './MappingForm.tsx';
import { useImport } from './use-import.ts';

const fiscalYear = { start: '2022-07-01', end: '2023-06-30' };

interface Draft {
  file: ChosenFile | null;
  mapping: ImportMapping | null;
  period: { start: string; end: string };
  source: string;
}
const empty: Draft = { file: null, mapping: null, period: fiscalYear, source: '' };

const toWish = ({ file, mapping, period, source }: Draft): NewImport | null =>
  file && mapping
    ? {
        kind: 'indicators',
        format: file.format,
        content: file.content,
        mapping,
        period,
        source: source || file.name,
      }
    : null;

function UnderWay({ progress }: { progress: ImportProgress }) {
  return (
    <Stack gap={6} role="status">
      <Text size="sm">{importWords(progress)}</Text>
      <Progress value={importShare(progress)} aria-hidden />
    </Stack>
  );
}

export function ImportScreen() {
  const [draft, setDraft] = useState<Draft>(empty);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const { running, progress } = useImport();
  const wish = toWish(draft);
  const run = (dryRun: boolean) => wish && running.mutate({ wish, dryRun });
  const choose = async (file: File | null) => {
    running.reset();
    const read = file ? await readChosenFile(file) : null;
    setUnreadable(read?.kind === 'unreadable' ? read.problem : null);
    const chosen = read?.kind === 'read' ? read.file : null;
    setDraft({
      ...draft,
      file: chosen,
      mapping: chosen && guessMapping(chosen.columns),
      source: chosen?.name ?? '',
    });
  };
  const change = (patch: Partial<Draft>) => {
    running.reset();
    setDraft({ ...draft, ...patch });
  };
  const step = running.data ? 2 : draft.file ? 1 : 0;
  return (
    <Stack maw={860}>
      <PageTitle
        title={t('Import indicators')}
        about={t(
          'A table of indicators becomes components, goals, measures with their standards, and observations. A dry run comes first, and one bad row keeps everything out.',
        )}
      />
      <Stepper active={step} size="sm" allowNextStepsSelect={false}>
        <Stepper.Step label={t('File')} />
        <Stepper.Step label={t('Columns')} />
        <Stepper.Step label={t('Result')} />
      </Stepper>
      <FileInput
        label={t('CSV or JSON file')}
        placeholder={t('Choose a file')}
        accept=".csv,.json,text/csv,application/json"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        error={unreadable}
        clearable
        onChange={(file) => void choose(file)}
      />
      {draft.file && draft.mapping && (
        <>
          <Text size="sm" c="dimmed">
            {t('{rows} rows, {columns} columns.', {
              rows: draft.file.rows,
              columns: draft.file.columns.length,
            })}
          </Text>
          <MappingForm
            columns={draft.file.columns}
            mapping={draft.mapping}
            onChange={(mapping) => change({ mapping })}
          />
          <Group grow align="flex-start">
            <DateField
              label={t('First day of the period')}
              value={draft.period.start}
              onChange={(start) => change({ period: { ...draft.period, start } })}
            />
            <DateField
              label={t('Last day of the period')}
              value={draft.period.end}
              onChange={(end) => change({ period: { ...draft.period, end } })}
            />
          </Group>
          <TextInput
            label={t('Source')}
            description={t('Stands beside every imported observation')}
            value={draft.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        </>
      )}
      {progress && <UnderWay progress={progress} />}
      {running.isError && <Failure error={running.error} />}
      {running.data && <ImportResult report={running.data} />}
      {draft.file && (
        <Group justify="flex-end">
          <Button
            variant={running.data?.dryRun ? 'default' : 'filled'}
            loading={running.isPending}
            onClick={() => run(true)}
          >
            {t('Try it without changes')}
          </Button>
          {running.data?.dryRun && running.data.status === 'done' && (
            <Button loading={running.isPending} onClick={() => run(false)}>
              {t('Import {count} rows', { count: running.data.rows })}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
