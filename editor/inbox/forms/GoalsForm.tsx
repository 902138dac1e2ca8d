// The goals of the component: what, in which dimension, and how much each weighs.
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Switch,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type Goal, goalDefaults } from '../../../engine/index.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { GoalAdvice } from '../../goals/GoalAdvice.tsx';
import { PriorityBar } from '../../goals/priorities/PriorityBar.tsx';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { AlignmentFields } from './AlignmentFields.tsx';
import { FormFrame } from './FormFrame.tsx';
import { type Dimension, dimensionChoices } from './form-choices.ts';
import type { FormProps } from './form-props.ts';
import { type GoalAbove, useGoalsAbove } from './goals-above.ts';
import { Words } from './Words.tsx';

type Alignment = Goal['alignments'][number];
interface Entry {
  /** Only here, to tell rows apart. */
  row: number;
  id: string | null;
  title: string;
  dimension: Dimension;
  priority: number;
  critical: boolean;
  alignments: Alignment[];
}
interface Draft {
  goals: Entry[];
  comment: string;
}

const blank = (row: number): Entry => ({
  row,
  id: null,
  title: '',
  dimension: 'quality',
  priority: 1,
  critical: false,
  alignments: [],
});

const begin = ({ goals }: Material): Draft => ({
  goals:
    goals.length === 0
      ? [blank(1)]
      : goals.map(({ id, title, dimension, priority, critical, alignments }, index) => ({
          row: index + 1,
          id,
          title,
          dimension: dimension ?? 'quality',
          priority,
          critical,
          alignments,
        })),
  comment: '',
});

/** As it would be stored. */
const draftOf = (entry: Entry, { goals, task }: Material): Goal => {
  const { row, id, title, dimension, priority, critical, alignments } = entry;
  const known = goals.find((goal) => goal.id === id);
  const written = { title, dimension, priority, critical, alignments };
  return { ...goalDefaults, ...known, ...written, id: id ?? `new-${row}`, componentId: task.componentId };
};

interface RowProps {
  draft: Goal;
  beside: readonly Goal[];
  entry: Entry;
  above: GoalAbove[];
  share: number;
  error?: string;
  onChange: (patch: Partial<Entry>) => void;
  onRemove: () => void;
}

function Row({ draft, beside, entry, above, share, error, onChange, onRemove }: RowProps) {
  const isDimension = (value: string | null) =>
    dimensionChoices.find((choice) => choice.value === value)?.value;
  return (
    <div className={classes.entry}>
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <TextInput
          label={t('Goal')}
          flex={1}
          value={entry.title}
          error={error}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        {entry.id === null && (
          <Tooltip label={t('Remove this new goal')}>
            <ActionIcon
              size={36}
              aria-label={
                entry.title ? t('Remove {title}', { title: entry.title }) : t('Remove the new goal')
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
          label={t('Dimension')}
          w={140}
          allowDeselect={false}
          data={dimensionChoices}
          value={entry.dimension}
          onChange={(value) => onChange({ dimension: isDimension(value) ?? entry.dimension })}
        />
        <NumberInput
          label={t('Priority')}
          w={96}
          min={0}
          value={entry.priority}
          onChange={(value) => onChange({ priority: typeof value === 'number' ? value : 0 })}
        />
        <Text size="sm" c="var(--cw-muted)" pb={8}>
          {entry.priority === 0
            ? t('watched, not scored')
            : t('{percent} % of the whole', { percent: Math.round(share * 100) })}
        </Text>
        <Switch
          label={t('Critical')}
          pb={8}
          checked={entry.critical}
          onChange={(event) => onChange({ critical: event.currentTarget.checked })}
        />
      </Group>
      <AlignmentFields
        goals={above}
        alignments={entry.alignments}
        onChange={(alignments) => onChange({ alignments })}
      />
      <GoalAdvice goal={draft} beside={beside} />
    </div>
  );
}

export function GoalsForm(props: FormProps) {
  const { draft, change, ...kept } = useDraft<Draft>(props.material.task.id, () => begin(props.material));
  const { goals, comment } = draft;
  const errors = fieldErrors(props.error, 'result');
  const above = useGoalsAbove(props.material.task.componentId);
  const total = goals.reduce((sum, entry) => sum + entry.priority, 0);
  const set = (row: number, patch: Partial<Entry>) =>
    change({ goals: goals.map((entry) => (entry.row === row ? { ...entry, ...patch } : entry)) });
  const add = () => change({ goals: [...goals, blank(Math.max(0, ...goals.map(({ row }) => row)) + 1)] });
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Goals')}
      verb={t('Set goals')}
      done={t('Goals set')}
      then={t('Next the measures show how each goal is quantified.')}
      toResult={() => {
        const named = goals.filter((entry) => entry.title.trim() !== '' || entry.id !== null);
        if (named.some((entry) => entry.title.trim() === '')) return t('Each goal needs a title.');
        return {
          goals: named.map(({ id, title, dimension, priority, critical, alignments }) => ({
            ...(id === null ? {} : { id }),
            title: title.trim(),
            dimension,
            priority,
            critical,
            alignments,
          })),
          ...(comment.trim() ? { comment: comment.trim() } : {}),
        };
      }}
    >
      {goals.map((entry, index) => (
        <Row
          key={entry.row}
          draft={draftOf(entry, props.material)}
          beside={goals.filter(({ row }) => row !== entry.row).map((one) => draftOf(one, props.material))}
          entry={entry}
          above={above}
          share={total > 0 ? entry.priority / total : 0}
          error={errors[`goals.${index}.title`]}
          onChange={(patch) => set(entry.row, patch)}
          onRemove={() => change({ goals: goals.filter(({ row }) => row !== entry.row) })}
        />
      ))}
      <PriorityBar
        parts={goals.map(({ row, title, priority }) => ({ id: String(row), title, priority }))}
        onSpread={(wanted) =>
          change({
            goals: goals.map((entry, place) => ({ ...entry, priority: wanted[place] ?? entry.priority })),
          })
        }
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={add}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('Add a goal')}
      </Button>
      <Words
        label={t('Comment')}
        optional
        minRows={2}
        value={comment}
        onChange={(text) => change({ comment: text })}
      />
    </FormFrame>
  );
}
