// How each goal is quantified: the measure, its unit, which way is better, and where its figures come from.
import { ActionIcon, Button, Group, NumberInput, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Json, Measure } from '../../../engine/index.ts';
import type { Shape } from '../../goals/measure/kinds.ts';
import { MeasureAdvice } from '../../goals/measure/MeasureAdvice.tsx';
import { ShapeFields } from '../../goals/measure/ShapeFields.tsx';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';

interface Entry extends Shape {
  row: number;
  id: string | null;
  goalId: string;
  title: string;
  source: string;
}
interface Draft {
  measures: Entry[];
}

const begin = ({ measures, goals }: Material): Draft => ({
  measures: measures
    .filter((measure) => goals.some((goal) => goal.id === measure.goalId))
    .map((measure, index) => ({
      ...shapeOf(measure),
      row: index + 1,
      id: measure.id,
      goalId: measure.goalId,
    })),
});

const shapeOf = ({
  title,
  kind,
  unit,
  direction,
  timeAggregation,
  weight,
  per,
  milestones,
  cadence,
  source,
}: Measure) => ({ title, kind, unit, direction, timeAggregation, weight, per, milestones, cadence, source });

/** A draft of before may not say its kind. */
const asShape = (entry: Entry): Entry => ({ ...entry, kind: entry.kind ?? 'number' });

/** As it would be stored. */
const draftOf = (entry: Entry, { measures }: Material): Measure => {
  const { row, id, ...written } = asShape(entry);
  const known = measures.find((measure) => measure.id === id);
  const usual = { version: 1, standards: null, critical: false, waived: false, dueFrom: null };
  return { ...usual, missingPolicy: 'exclude', ...known, ...written, id: id ?? `new-${row}` };
};

interface RowProps {
  material: Material;
  entry: Entry;
  onChange: (patch: Partial<Entry>) => void;
  onRemove: () => void;
}

function Row({ material, entry, onChange, onRemove }: RowProps) {
  return (
    <div className={classes.entry}>
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <TextInput
          label={t('Measure')}
          flex={1}
          value={entry.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('Unit')}
          w={88}
          value={entry.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        {entry.id === null && (
          <Tooltip label={t('Remove this new measure')}>
            <ActionIcon
              size={36}
              aria-label={
                entry.title ? t('Remove {title}', { title: entry.title }) : t('Remove the new measure')
              }
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <ShapeFields shape={asShape(entry)} onChange={onChange} />
      <Group gap="sm" mt="xs" align="flex-end">
        <NumberInput
          label={t('Weight')}
          w={84}
          min={0}
          value={entry.weight}
          onChange={(value) => onChange({ weight: typeof value === 'number' ? value : 0 })}
        />
        <TextInput
          label={t('Source')}
          flex={1}
          miw={140}
          value={entry.source}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
      </Group>
      <MeasureAdvice
        measure={draftOf(entry, material)}
        goals={material.goals}
        observations={material.observations}
      />
    </div>
  );
}

/** Plain data without the keys that are not set. */
const toJson = (value: Entry['milestones']): Json => JSON.parse(JSON.stringify(value ?? []));

function toResult(measures: Entry[]) {
  const named = measures.filter((entry) => entry.title.trim() !== '' || entry.id !== null);
  const bad = named.find((entry) => entry.title.trim() === '' || entry.source.trim() === '');
  if (bad)
    return bad.title.trim()
      ? t('{measure} needs a source: where do its figures come from?', { measure: bad.title.trim() })
      : t('A measure needs a title.');
  const unnamed = named.find(({ milestones }) => milestones?.some(({ title }) => title.trim() === ''));
  if (unnamed) return t('Each milestone of {measure} needs a title.', { measure: unnamed.title.trim() });
  return {
    measures: named.map(({ row: _, id, per, milestones, cadence, ...entry }) => ({
      ...(id === null ? {} : { id }),
      ...entry,
      kind: entry.kind ?? 'number',
      ...(per === undefined ? {} : { per }),
      ...(milestones && entry.kind === 'milestones' ? { milestones: toJson(milestones) } : {}),
      ...(cadence === undefined ? {} : { cadence }),
      title: entry.title.trim(),
      source: entry.source.trim(),
    })),
  };
}

export function MeasuresForm(props: FormProps) {
  const { goals, task } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => begin(props.material));
  const { measures } = draft;
  const set = (row: number, patch: Partial<Entry>) =>
    change({ measures: measures.map((entry) => (entry.row === row ? { ...entry, ...patch } : entry)) });
  const add = (goalId: string) => {
    const row = Math.max(0, ...measures.map((entry) => entry.row)) + 1;
    const fresh: Entry = {
      row,
      id: null,
      goalId,
      title: '',
      kind: 'number',
      unit: '',
      direction: 'increase',
      timeAggregation: 'last',
      weight: 1,
      cadence: null,
      source: 'manual',
    };
    change({ measures: [...measures, fresh] });
  };
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Measures')}
      verb={t('Set measures')}
      done={t('Measures set')}
      then={t('Next the standards say what meets expectations.')}
      toResult={() => toResult(measures)}
    >
      {goals.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t(
            '{component} has no goals of its own, so there is nothing to measure here: its parts have their own measures.',
            { component: task.componentName },
          )}
        </Text>
      )}
      {goals.map((goal) => (
        <section key={goal.id} aria-label={goal.title}>
          <Group justify="space-between" wrap="nowrap" mb="xs">
            <Title order={4}>{goal.title}</Title>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconPlus size={12} />}
              onClick={() => add(goal.id)}
            >
              {t('Measure')}
            </Button>
          </Group>
          {measures
            .filter((entry) => entry.goalId === goal.id)
            .map((entry) => (
              <Row
                key={entry.row}
                material={props.material}
                entry={entry}
                onChange={(patch) => set(entry.row, patch)}
                onRemove={() => change({ measures: measures.filter(({ row }) => row !== entry.row) })}
              />
            ))}
        </section>
      ))}
    </FormFrame>
  );
}
