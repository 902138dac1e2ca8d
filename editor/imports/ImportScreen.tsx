// An import in three acts: choose a file, say which column is what, look at the dry run. Only then is anything written.
import {
  Alert,
  Button,
  FileInput,
  Group,
  Progress,
  SegmentedControl,
  Stack,
  Stepper,
  Text,
  TextInput,
} from '@mantine/core';
import { IconFileSpreadsheet, IconLock } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { ReasonField } from '../goals/ReasonField.tsx';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { type ChosenFile, readChosenFile } from './chosen-file.ts';
import { type Draft, draftOf, emptyDraft, type ImportKind, toWish } from './draft.ts';
import { ImportResult } from './ImportResult.tsx';
import { type ImportProgress, importShare, importWords } from './import-words.ts';
import { MappingForm } from './MappingForm.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { useImport } from './use-import.ts';

const route = getRouteApi('/signed-in/import');

const kinds: { value: ImportKind; label: string }[] = [
  { value: 'organisation', label: t('The organisation and its people') },
  { value: 'indicators', label: t('Indicators') },
];
const about: Record<ImportKind, string> = {
  organisation: t(
    'A list of departments, teams or posts with who answers for each. A dry run comes first, and one bad row keeps everything out.',
  ),
  indicators: t(
    'A table of indicators becomes components, goals, measures with their standards, and observations. A dry run comes first, and one bad row keeps everything out.',
  ),
};

function UnderWay({ progress }: { progress: ImportProgress }) {
  return (
    <Stack gap={6} role="status">
      <Text size="sm">{importWords(progress)}</Text>
      <Progress value={importShare(progress)} aria-hidden />
    </Stack>
  );
}

interface MappingProps {
  file: ChosenFile;
  kind: ImportKind;
  draft: Draft;
  onChange: (patch: Partial<Draft>) => void;
}

function Mapping({ file, kind, draft, onChange }: MappingProps) {
  const { indicators, organisation, period, source } = draft;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(
          '{rows, plural, one {One row} other {# rows}}, {columns, plural, one {one column} other {# columns}}.',
          { rows: file.rows, columns: file.columns.length },
        )}
      </Text>
      {kind === 'organisation' && organisation && (
        <OrganisationForm
          file={file}
          mapping={organisation}
          onChange={(mapping) => onChange({ organisation: mapping })}
        />
      )}
      {kind === 'indicators' && indicators && (
        <>
          <MappingForm
            columns={file.columns}
            mapping={indicators}
            onChange={(mapping) => onChange({ indicators: mapping })}
          />
          <Group grow align="flex-start">
            <DateField
              label={t('First day of the period')}
              value={period.start}
              onChange={(start) => onChange({ period: { ...period, start } })}
            />
            <DateField
              label={t('Last day of the period')}
              value={period.end}
              onChange={(end) => onChange({ period: { ...period, end } })}
            />
          </Group>
        </>
      )}
      <TextInput
        label={t('Source')}
        description={
          kind === 'indicators'
            ? t('Stands beside every imported observation')
            : t('Stands in the audit trail')
        }
        value={source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
    </>
  );
}

function useDraft(reset: () => void) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const choose = async (file: File | null) => {
    reset();
    const read = file ? await readChosenFile(file) : null;
    setUnreadable(read?.kind === 'unreadable' ? read.problem : null);
    setDraft(draftOf(draft, read?.kind === 'read' ? read.file : null));
  };
  const change = (patch: Partial<Draft>) => {
    reset();
    setDraft({ ...draft, ...patch });
  };
  return { draft, unreadable, choose, change };
}

/** They would choose a file and say what its columns are, and be refused at the end. */
function NotForYou() {
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />} title={t('Not allowed')}>
      {t('Only administrators and HR import files. An administrator gives roles to people.')}
    </Alert>
  );
}

export function ImportScreen() {
  const mayImport = useMay()('imports.run');
  if (mayImport) return <Importing />;
  return (
    <Stack maw={860}>
      <PageTitle title={t('Import')} about={about.organisation} />
      <NotForYou />
    </Stack>
  );
}

function Importing() {
  const { kind: asked } = route.useSearch();
  const kind: ImportKind = asked === 'indicators' ? asked : 'organisation';
  const addsPeople = useMay()('people.change');
  const navigate = useNavigate();
  const { running, progress } = useImport();
  const { draft, unreadable, choose, change } = useDraft(running.reset);
  const wish = toWish(kind, draft);
  const run = (dryRun: boolean) => wish && running.mutate({ wish, dryRun });
  const report = running.data;
  return (
    <Stack maw={860}>
      <PageTitle title={t('Import')} about={about[kind]} />
      <SegmentedControl
        aria-label={t('What the file holds')}
        style={{ alignSelf: 'flex-start' }}
        data={kinds}
        value={kind}
        onChange={(next) => {
          running.reset();
          void navigate({ to: '/import', search: { kind: next }, replace: true });
        }}
      />
      {kind === 'organisation' && !addsPeople && (
        <Alert color="gray" title={t('You add no people')}>
          {t(
            'Only administrators add people and rename them. A row whose owner is new here, or has another name here, is refused, and one refused row keeps the whole file out: ask an administrator to import it, or take these owners out first.',
          )}
        </Alert>
      )}
      <Stepper active={report ? 2 : draft.file ? 1 : 0} size="sm" allowNextStepsSelect={false}>
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
      {draft.file && <Mapping file={draft.file} kind={kind} draft={draft} onChange={change} />}
      {progress && <UnderWay progress={progress} />}
      {running.isError && <Failure error={running.error} />}
      {report && <ImportResult report={report} />}
      {kind === 'indicators' && (
        <ReasonField
          isAsked={report?.problems.some(({ code }) => code === 'reason-needed') ?? false}
          rest={{
            value: draft.reason,
            onChange: (event) => change({ reason: event.currentTarget.value }),
          }}
        />
      )}
      {draft.file && (
        <Group justify="flex-end">
          <Button
            variant={report?.dryRun ? 'default' : 'filled'}
            loading={running.isPending}
            onClick={() => run(true)}
          >
            {t('Try it without changes')}
          </Button>
          {report?.dryRun && report.status === 'done' && (
            <Button loading={running.isPending} onClick={() => run(false)}>
              {t('Import {count, plural, one {one row} other {# rows}}', { count: report.rows })}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
