// A standard that says the curve itself: at which value which score.
import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Standards } from '../../../engine/index.ts';
import { t, unitAfter } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { withNewPoint } from './new-point.ts';

type Anchors = Extract<Standards, { kind: 'anchors' }>;
interface Props {
  standards: Anchors;
  unit: string;
  onChange: (standards: Standards) => void;
}

export function AnchorsFields({ standards, unit, onChange }: Props) {
  const { anchors } = standards;
  const keep = (next: Anchors['anchors']) => onChange({ ...standards, anchors: next });
  const set = (place: number, patch: Partial<Anchors['anchors'][number]>) =>
    keep(anchors.map((one, index) => (index === place ? { ...one, ...patch } : one)));
  return (
    <Stack gap="xs">
      {anchors.map((anchor, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an anchor is nothing but its place and may stand twice while it is typed
        <Group key={place} gap="xs" align="flex-end" wrap="nowrap">
          <NumberField
            label={t('At')}
            flex={1}
            suffix={unitAfter(unit)}
            value={anchor.x}
            onChange={(x) => typeof x === 'number' && set(place, { x })}
          />
          <NumberField
            label={t('Score')}
            w={100}
            min={0}
            max={120}
            value={anchor.score}
            onChange={(score) => typeof score === 'number' && set(place, { score })}
          />
          <ActionIcon
            size={36}
            disabled={anchors.length < 2}
            aria-label={t('Remove the point at {value}', { value: anchor.x })}
            onClick={() => keep(anchors.filter((_, index) => index !== place))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconPlus size={12} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => keep(withNewPoint(anchors, unit))}
      >
        {t('Add a point')}
      </Button>
    </Stack>
  );
}
