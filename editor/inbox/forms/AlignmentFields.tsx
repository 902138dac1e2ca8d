// Which goals above a goal serves: counting in their score by its share, or shown as a link only.
import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Goal } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import type { GoalAbove } from './goals-above.ts';

type Alignment = Goal['alignments'][number];
interface Props {
  /** What can be served; nothing is shown when there is nothing above. */
  goals: GoalAbove[];
  alignments: Alignment[];
  onChange: (alignments: Alignment[]) => void;
}

const modes = [
  { value: 'contributes', label: t('counts in its score') },
  { value: 'aligned', label: t('is only linked to it') },
];
const contributions = [
  { value: '3', label: t('strongly') },
  { value: '2', label: t('clearly') },
  { value: '1', label: t('a little') },
  { value: '0', label: t('not at all') },
];

interface LineProps {
  alignment: Alignment;
  /** None of a goal that the reader may not see. */
  known: string | undefined;
  onChange: (patch: Partial<Alignment>) => void;
  onRemove: () => void;
}

function Line({ alignment, known, onChange, onRemove }: LineProps) {
  const title = known ?? t('a goal that you may not see');
  return (
    <Group gap="xs" mt={6} align="center">
      <Text size="sm" style={{ flex: '1 1 160px', minWidth: 0 }}>
        {known === undefined ? t('Serves a goal that you may not see') : t('Serves “{title}”', { title })}
      </Text>
      <Select
        size="xs"
        w={160}
        aria-label={t('How it serves {title}', { title })}
        allowDeselect={false}
        data={modes}
        value={alignment.mode}
        onChange={(value) => onChange({ mode: value === 'aligned' ? 'aligned' : 'contributes' })}
      />
      {alignment.mode === 'contributes' && (
        <NumberField
          size="xs"
          w={72}
          min={0}
          aria-label={t('Share in {title}', { title })}
          value={alignment.share}
          onChange={(value) => onChange({ share: typeof value === 'number' ? value : 0 })}
        />
      )}
      <Select
        size="xs"
        w={110}
        clearable
        placeholder={t('judge')}
        aria-label={t('How much it contributes to {title}', { title })}
        data={contributions}
        value={alignment.contribution === null ? null : String(alignment.contribution)}
        onChange={(value) => onChange({ contribution: value === null ? null : Number(value) })}
      />
      <ActionIcon size="sm" aria-label={t('It does not serve {title}', { title })} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
}

export function AlignmentFields({ goals, alignments, onChange }: Props) {
  const titleOf = (id: string) => goals.find((goal) => goal.id === id)?.title;
  const free = goals.filter(({ id }) => !alignments.some(({ parentGoalId }) => parentGoalId === id));
  const change = (id: string, patch: Partial<Alignment>) =>
    onChange(alignments.map((one) => (one.parentGoalId === id ? { ...one, ...patch } : one)));
  const add = (parentGoalId: string | null) => {
    if (parentGoalId)
      onChange([...alignments, { parentGoalId, mode: 'contributes', share: 1, contribution: null }]);
  };
  if (goals.length === 0 && alignments.length === 0) return null;
  return (
    <div>
      {alignments.map((alignment) => (
        <Line
          key={alignment.parentGoalId}
          alignment={alignment}
          known={titleOf(alignment.parentGoalId)}
          onChange={(patch) => change(alignment.parentGoalId, patch)}
          onRemove={() => onChange(alignments.filter((one) => one !== alignment))}
        />
      ))}
      {free.length > 0 && (
        <Select
          key={alignments.length}
          size="xs"
          mt={6}
          aria-label={t('Goal above that it serves')}
          placeholder={
            alignments.length === 0 ? t('Which goal above does it serve?') : t('Another goal above')
          }
          searchable
          limit={60}
          data={free.map(({ id, title, componentName }) => ({
            value: id,
            label: `${title} · ${componentName}`,
          }))}
          value={null}
          onChange={add}
        />
      )}
    </div>
  );
}
