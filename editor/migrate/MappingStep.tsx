// What goes where: only what has no namesake in the new version asks for an answer; the engine suggests one.
import { Alert, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type InstantPolicy, instantPolicies, type MigrationMapping } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { answerFor, pointerFor, withAnswer } from './edit-mapping.ts';
import type { MappedKind, MappingRow, NamesOfVersion } from './mapping-rows.ts';
import classes from './migrate.module.css';

interface Props {
  rows: readonly MappingRow[];
  names: NamesOfVersion;
  from: number;
  to: number;
  mapping: MigrationMapping;
  onMapping: (mapping: MigrationMapping) => void;
}

const headings: Record<MappedKind, string> = {
  stages: t('Stages that are gone'),
  tasks: t('Tasks that are gone'),
  timers: t('Timers that are gone'),
};

const policyWords: Record<InstantPolicy, string> = {
  keep: t('Keep every date as it is'),
  rebase: t('Count the new delays from when the stage was entered'),
  restart: t('Count the new delays from now'),
};

const toEngine = '';
const cancelled = ' cancel';

function untouchedWords({ kind, suggestion }: MappingRow, names: NamesOfVersion): string {
  if (!suggestion)
    return kind === 'stages'
      ? t('Ask for each plan that is there')
      : t('Cancel it, unless the rehearsal asks');
  const name = names[kind].find(({ id }) => id === suggestion.to)?.name ?? suggestion.to;
  if (suggestion.likeness === null) return t('Suggested: {name}', { name });
  const percent = Math.round(suggestion.likeness * 100);
  return t('Suggested: {name}, {percent} % alike', { name, percent });
}

function Row({
  row,
  names,
  mapping,
  onMapping,
}: Pick<Props, 'names' | 'mapping' | 'onMapping'> & { row: MappingRow }) {
  const { kind, id, name } = row;
  const answer = answerFor(mapping, kind, id);
  const set = (value: string) => {
    const said = value === cancelled ? null : value;
    onMapping(withAnswer(mapping, pointerFor(kind, id), value === toEngine ? undefined : said));
  };
  return (
    <div className={classes.row}>
      <Text size="sm">
        {name}{' '}
        <Text span size="xs" c="var(--cw-muted)" ff="monospace">
          {id}
        </Text>
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('{name} becomes', { name })}
        value={answer === null ? cancelled : (answer ?? toEngine)}
        onChange={(event) => set(event.currentTarget.value)}
        data={[
          { value: toEngine, label: untouchedWords(row, names) },
          ...(kind === 'stages' ? [] : [{ value: cancelled, label: t('Cancel it') }]),
          ...names[kind].map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
    </div>
  );
}

function Policies({ mapping, onMapping }: Pick<Props, 'mapping' | 'onMapping'>) {
  const { tasks = 'open', timers = 'arm' } = mapping.added ?? {};
  return (
    <Fieldset legend={t('Dates, and what is new')}>
      <Stack gap="sm">
        <NativeSelect
          size="xs"
          label={t('Due dates and timers that plans have')}
          value={mapping.instants ?? 'keep'}
          onChange={(event) => onMapping(withAnswer(mapping, '/instants', event.currentTarget.value))}
          data={instantPolicies.map((value) => ({ value, label: policyWords[value] }))}
        />
        <Group grow>
          <NativeSelect
            size="xs"
            label={t('New tasks of stages where plans stay')}
            value={tasks}
            onChange={(event) => onMapping(withAnswer(mapping, '/added/tasks', event.currentTarget.value))}
            data={[
              { value: 'open', label: t('Open them') },
              { value: 'leave', label: t('Leave them out') },
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('New timers of stages where plans stay')}
            value={timers}
            onChange={(event) => onMapping(withAnswer(mapping, '/added/timers', event.currentTarget.value))}
            data={[
              { value: 'arm', label: t('Set them') },
              { value: 'leave', label: t('Leave them out') },
            ]}
          />
        </Group>
      </Stack>
    </Fieldset>
  );
}

export function MappingStep({ rows, names, from, to, mapping, onMapping }: Props) {
  const kinds = (['stages', 'tasks', 'timers'] as const).filter((kind) =>
    rows.some((row) => row.kind === kind),
  );
  return (
    <Stack>
      {kinds.length === 0 && (
        <Alert color="teal" title={t('Everything has its place')}>
          {t('Every stage, task and timer of version {from} is in version {to} under the same name.', {
            from,
            to,
          })}
        </Alert>
      )}
      {kinds.map((kind) => (
        <Fieldset key={kind} legend={headings[kind]}>
          <Stack gap="xs">
            {rows
              .filter((row) => row.kind === kind)
              .map((row) => (
                <Row key={row.id} {...{ row, names, mapping, onMapping }} />
              ))}
          </Stack>
        </Fieldset>
      ))}
      <Policies mapping={mapping} onMapping={onMapping} />
    </Stack>
  );
}
