// How each goal is quantified: the measure, its unit, which way is better, and where its figures come from.
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Measure } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import { aggregations, directions } from './form-choices.ts';
import type { FormProps } from './form-props.ts';

interface Entry {
  row: number;
  id: string | null;
  goalId: string;
  title: string;
  unit: string;
  direction: Measure['direction'];
  timeAggregation: Measure['timeAggregation'];
  weight: number;
  source: string;
}
interface Draft {
  measures: Entry[];
}

const begin = ({ measures, goals }: Material): Draft => ({
  measures: measures
    .filter((measure) => goals.some((goal) => goal.id === measure.goalId))
    .map(({ id, goalId, title, unit, direction, timeAggregation, weight, source }, index) => ({
      row: index + 1,
      id,
      goalId,
      title,
      unit,
      direction,
      timeAggregation,
      weight,
      source,
    })),
});

interface RowProps {
  entry: Entry;
  onChange: (patch: Partial<Entry>) => void;
  onRemove: () => void;
}

function Row({ entry, onChange, onRemove }: RowProps) {
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
      <Group gap="sm" mt="xs" align="flex-end">
        <Select
          label={t('Better')}
          w={150}
          allowDeselect={false}
          data={directions}
          value={entry.direction}
          onChange={(value) =>
            onChange({ direction: directions.find((one) => one.value === value)?.value ?? entry.direction })
          }
        />
        <Select
          label={t('Over time')}
          w={140}
          allowDeselect={false}
          data={aggregations}
          value={entry.timeAggregation}
          onChange={(value) =>
            onChange({
              timeAggregation:
                aggregations.find((one) => one.value === value)?.value ?? entry.timeAggregation,
            })
          }
        />
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
    </div>
  );
}

function toResult(measures: Entry[]) {
  const named = measures.filter((entry) => entry.title.trim() !== '' || entry.id !== null);
  const bad = named.find((entry) => entry.title.trim() === '' || entry.source.trim() === '');
  if (bad)
    return bad.title.trim()
      ? t('{measure} needs a source: where do its figures come from?', { measure: bad.title.trim() })
      : t('A measure needs a title.');
  return {
    measures: named.map(({ row: _, id, ...entry }) => ({
      ...(id === null ? {} : { id }),
      ...entry,
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
      unit: '',
      direction: 'increase',
      timeAggregation: 'last',
      weight: 1,
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
