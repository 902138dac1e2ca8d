// What kind of measure it is, and what follows from it: which way is better, how values are drawn together over time, for
// how many a ratio counts, how often it is observed, and the milestones that it is a list of.
import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Measure } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { dayNow } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import {
  aggregationChoices,
  cadenceChoices,
  directionChoices,
  kindChoices,
  type Shape,
  shapeAs,
} from './kinds.ts';

interface Props<Of extends Shape> {
  shape: Of;
  onChange: (shape: Of) => void;
}

type Milestone = NonNullable<Measure['milestones']>[number];

/** Free among those of the measure. */
function freshId(milestones: readonly Milestone[]): string {
  let number = milestones.length + 1;
  while (milestones.some(({ id }) => id === `milestone-${number}`)) number += 1;
  return `milestone-${number}`;
}

function MilestoneFields({
  milestones,
  onChange,
}: {
  milestones: readonly Milestone[];
  onChange: (milestones: Milestone[]) => void;
}) {
  const set = (id: string, patch: Partial<Milestone>) =>
    onChange(milestones.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  return (
    <Stack gap="xs">
      {milestones.map((one) => (
        <Group key={one.id} align="flex-end" gap="xs">
          <TextInput
            label={t('Milestone')}
            flex={1}
            miw={160}
            value={one.title}
            onChange={(event) => set(one.id, { title: event.currentTarget.value })}
          />
          <DateField label={t('Due')} value={one.due} onChange={(due) => due && set(one.id, { due })} />
          <NumberField
            label={t('Weight')}
            w={84}
            min={0}
            value={one.weight}
            onChange={(weight) => set(one.id, { weight: typeof weight === 'number' ? weight : 0 })}
          />
          <ActionIcon
            size={36}
            aria-label={t('Remove {title}', { title: one.title || t('the milestone') })}
            onClick={() => onChange(milestones.filter(({ id }) => id !== one.id))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={12} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          onChange([...milestones, { id: freshId(milestones), title: '', due: dayNow(), weight: 1 }])
        }
      >
        {t('Add a milestone')}
      </Button>
    </Stack>
  );
}

function Drawing<Of extends Shape>({ shape, onChange }: Props<Of>) {
  const { kind, direction, timeAggregation, per } = shape;
  const ways = directionChoices(kind, direction);
  const drawings = aggregationChoices(kind, timeAggregation);
  return (
    <>
      {ways.length > 1 && (
        <Select
          label={t('Better')}
          w={150}
          allowDeselect={false}
          data={ways}
          value={direction}
          onChange={(value) => {
            const chosen = ways.find((one) => one.value === value)?.value;
            if (chosen) onChange({ ...shape, direction: chosen });
          }}
        />
      )}
      {drawings.length > 1 && (
        <Select
          label={t('Over time')}
          w={150}
          allowDeselect={false}
          data={drawings}
          value={timeAggregation}
          onChange={(value) => {
            const chosen = drawings.find((one) => one.value === value)?.value;
            if (chosen) onChange({ ...shape, timeAggregation: chosen });
          }}
        />
      )}
      {timeAggregation === 'ratio' && kind !== 'percent' && (
        <NumberField
          label={t('Per how many')}
          w={120}
          min={1}
          placeholder="1"
          value={per ?? ''}
          onChange={(value) =>
            onChange({ ...shape, per: typeof value === 'number' && value > 0 ? value : undefined })
          }
        />
      )}
    </>
  );
}

export function ShapeFields<Of extends Shape>({ shape, onChange }: Props<Of>) {
  const { kind, cadence, milestones = [] } = shape;
  const isWatched = kind !== 'narrative' && kind !== 'milestones';
  const cadences =
    cadenceChoices.some(({ value }) => value === cadence) || !cadence
      ? cadenceChoices
      : [...cadenceChoices, { value: cadence, label: cadence }];
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('Kind')}
          w={170}
          allowDeselect={false}
          data={[...kindChoices]}
          value={kind}
          onChange={(value) => {
            const chosen = kindChoices.find((one) => one.value === value)?.value;
            if (chosen) onChange(shapeAs(shape, chosen));
          }}
        />
        <Drawing shape={shape} onChange={onChange} />
        {isWatched && (
          <Select
            label={t('Observed')}
            w={150}
            clearable
            placeholder={t('How often?')}
            data={cadences}
            value={cadence ?? null}
            onChange={(value) => onChange({ ...shape, cadence: value })}
          />
        )}
      </Group>
      {kind === 'milestones' && (
        <MilestoneFields
          milestones={milestones}
          onChange={(next) => onChange({ ...shape, milestones: next })}
        />
      )}
    </Stack>
  );
}
