// What the reports are narrowed to; the address holds it, so that who is sent it sees the same.
import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isNarrowed, reportFilterOf } from '../app/api/board-queries.ts';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { DateField } from '../app/parts/DateField.tsx';
import { useComponentChosen } from '../app/parts/use-components-found.ts';
import { t } from '../language/index.ts';
import { type Narrowed, narrowedWords } from './narrowed-words.ts';
import classes from './reports.module.css';

interface Props {
  narrowed: Narrowed;
  onChange: (patch: Narrowed) => void;
}

/** What has nothing below it is no part to narrow to. */
const units = { parents: true };
/** On a telephone both days stand in one line below the others. */
const day = { base: 'calc(50% - 6px)', xs: 180 };
const none: Narrowed = {
  cycle: undefined,
  version: undefined,
  under: undefined,
  from: undefined,
  to: undefined,
};

/** On paper nobody chooses. */
function OnPaper({ narrowed, cycle }: { narrowed: Narrowed; cycle: string | undefined }) {
  const under = useComponentChosen(narrowed.under ?? null)?.name ?? narrowed.under;
  const said = narrowedWords(narrowed, { cycle, under });
  return (
    said !== '' && (
      <Text className={classes.onPaper} size="sm" mb="md">
        {said}
      </Text>
    )
  );
}

export function ReportFilters({ narrowed, onChange }: Props) {
  const cycles = useQuery(cyclesQuery).data ?? [];
  const { cycle, version, under, from = '', to = '' } = narrowed;
  const chosen = cycles.find(({ id }) => id === cycle);
  const latest = chosen?.latestVersion ?? 0;
  return (
    <>
      <OnPaper narrowed={narrowed} cycle={chosen?.name ?? cycle} />
      <Group
        className={classes.onScreen}
        gap="sm"
        mb="md"
        align="flex-end"
        role="group"
        aria-label={t('Narrow the reports')}
      >
        <Select
          size="sm"
          w={{ base: '100%', xs: 220 }}
          label={t('Cycle')}
          placeholder={t('Every cycle')}
          clearable
          data={cycles
            .filter(({ latestVersion }) => latestVersion !== null)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={cycle ?? null}
          onChange={(next) => onChange({ cycle: next ?? undefined, version: undefined })}
        />
        {latest > 1 && (
          <Select
            size="sm"
            w={{ base: '100%', xs: 130 }}
            label={t('Version')}
            placeholder={t('Every version')}
            clearable
            data={Array.from({ length: latest }, (_, index) => String(latest - index))}
            value={version ?? null}
            onChange={(next) => onChange({ version: next ?? undefined })}
          />
        )}
        <ComponentSelect
          size="sm"
          w={{ base: '100%', xs: 240 }}
          label={t('Part of the organisation')}
          placeholder={t('The whole organisation')}
          clearable
          among={units}
          value={under ?? null}
          onChange={(next) => onChange({ under: next ?? undefined })}
        />
        <DateField
          w={day}
          label={t('Begun from')}
          clearable
          none={t('Any day')}
          value={from}
          onChange={(day) => onChange({ from: day || undefined })}
        />
        <DateField
          w={day}
          label={t('Begun until')}
          clearable
          none={t('Any day')}
          value={to}
          onChange={(day) => onChange({ to: day || undefined })}
        />
        {isNarrowed(reportFilterOf(narrowed)) && (
          <Button variant="subtle" onClick={() => onChange(none)}>
            {t('Show everything')}
          </Button>
        )}
      </Group>
    </>
  );
}
