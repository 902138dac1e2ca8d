// How each goal is quantified: the measure, its unit, which way is better, and where its figures come from.
import { ActionIcon, Box, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ForceFields } from '../../goals/measure/ForceFields.tsx';
import { MeasureAdvice } from '../../goals/measure/MeasureAdvice.tsx';
import { ShapeFields } from '../../goals/measure/ShapeFields.tsx';
import { t } from '../../language/index.ts';
import { plainWords } from '../../plans/agreement/version-words.ts';
import { Hint } from '../../theme/Hint.tsx';
import { NumberField } from '../../theme/NumberField.tsx';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { BothChanged, chooseFirst } from './BothChanged.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import {
  beginMeasures,
  blankMeasure,
  daysFault,
  type MeasureFields,
  type MeasureRow,
  type MeasuresDraft,
  measureOf,
  measuresNow,
  measuresResult,
} from './measures-draft.ts';
import { type Clash, chosen } from './rebase.ts';
import { useKeysWhenNew } from './use-keys-when-new.ts';

interface RowProps {
  material: Material;
  entry: MeasureRow;
  /** It was added just now: what comes next is its name. */
  isNew: boolean;
  clashes: readonly Clash<MeasureFields>[];
  onChange: (patch: Partial<MeasureRow>) => void;
  onRemove: () => void;
}

function MeasureFieldsOf({ material, entry, isNew, clashes, onChange, onRemove }: RowProps) {
  const name = useKeysWhenNew(isNew);
  return (
    <div className={classes.entry}>
      <BothChanged
        about={entry.title}
        clashes={clashes}
        says={plainWords}
        onChoose={(clash, side) => {
          const { base } = entry;
          if (!base) return;
          const next = chosen<MeasureFields>({ fields: entry, base }, clash, side);
          onChange({ ...next.fields, base: next.base });
        }}
      />
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <TextInput
          ref={name}
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
          <Hint label={t('Remove this new measure')}>
            <ActionIcon
              size={36}
              aria-label={
                entry.title ? t('Remove {title}', { title: entry.title }) : t('Remove the new measure')
              }
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Hint>
        )}
      </Group>
      <ShapeFields shape={entry} onChange={onChange} />
      <Group gap="sm" mt="xs" align="flex-end">
        <NumberField
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
      <Box my="xs">
        <ForceFields days={entry} onChange={onChange} errors={{ to: daysFault(entry) }} />
      </Box>
      <MeasureAdvice
        measure={measureOf(entry, material)}
        goals={material.goals}
        observations={material.observations}
      />
    </div>
  );
}

export function MeasuresForm(props: FormProps) {
  const { material } = props;
  const { goals, task } = material;
  const { draft, change, ...kept } = useDraft<MeasuresDraft>(task.id, () => beginMeasures(material));
  const { rows: measures, clashes } = measuresNow(draft.measures, material);
  const set = (row: number, patch: Partial<MeasureRow>) =>
    change({ measures: measures.map((entry) => (entry.row === row ? { ...entry, ...patch } : entry)) });
  const [added, setAdded] = useState<number | null>(null);
  const add = (goalId: string) => {
    const row = Math.max(0, ...measures.map((entry) => entry.row)) + 1;
    change({ measures: [...measures, blankMeasure(row, goalId)] });
    setAdded(row);
  };
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Measures')}
      verb={t('Set measures')}
      done={t('Measures set')}
      then={t('Next the standards say what meets expectations.')}
      toResult={() => (clashes.size > 0 ? chooseFirst() : measuresResult(measures))}
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
              flex="none"
              leftSection={<IconPlus size={12} />}
              onClick={() => add(goal.id)}
            >
              {t('Measure')}
            </Button>
          </Group>
          {measures
            .filter((entry) => entry.goalId === goal.id)
            .map((entry) => (
              <MeasureFieldsOf
                key={entry.row}
                material={material}
                clashes={clashes.get(entry.row) ?? []}
                entry={entry}
                isNew={entry.row === added}
                onChange={(patch) => set(entry.row, patch)}
                onRemove={() => change({ measures: measures.filter(({ row }) => row !== entry.row) })}
              />
            ))}
        </section>
      ))}
    </FormFrame>
  );
}
