// The goals of the component: what, in which dimension, and how much each weighs.
import { ActionIcon, Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Goal } from '../../../engine/index.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { GoalAdvice, TogetherAdvice } from '../../goals/GoalAdvice.tsx';
import { PriorityBar } from '../../goals/priorities/PriorityBar.tsx';
import { t } from '../../language/index.ts';
import { plainWords } from '../../plans/agreement/version-words.ts';
import { Hint } from '../../theme/Hint.tsx';
import { NumberField } from '../../theme/NumberField.tsx';
import classes from '../inbox.module.css';
import { useDraft } from '../use-draft.ts';
import { AlignmentFields } from './AlignmentFields.tsx';
import { BothChanged, chooseFirst } from './BothChanged.tsx';
import { FormFrame } from './FormFrame.tsx';
import { dimensionChoices } from './form-choices.ts';
import type { FormProps } from './form-props.ts';
import { type GoalAbove, useGoalsAbove } from './goals-above.ts';
import {
  beginGoals,
  blankGoal,
  countsInPlan,
  type GoalFields,
  type GoalRow,
  type GoalsDraft,
  goalOf,
  goalsNow,
  goalsResult,
} from './goals-draft.ts';
import { type Clash, chosen } from './rebase.ts';
import { useKeysWhenNew } from './use-keys-when-new.ts';
import { Words } from './Words.tsx';

interface RowProps {
  draft: Goal;
  beside: readonly Goal[];
  entry: GoalRow;
  above: GoalAbove[];
  share: number;
  error?: string;
  /** It was added just now: what comes next is its name. */
  isNew: boolean;
  clashes: readonly Clash<GoalFields>[];
  onChange: (patch: Partial<GoalRow>) => void;
  onRemove: () => void;
}

function GoalFieldsOf(props: RowProps) {
  const { draft, beside, entry, above, share, error, isNew, clashes, onChange, onRemove } = props;
  const name = useKeysWhenNew(isNew);
  const isDimension = (value: string | null) =>
    dimensionChoices.find((choice) => choice.value === value)?.value;
  return (
    <div className={classes.entry}>
      <BothChanged
        about={draft.title}
        clashes={clashes}
        says={plainWords}
        onChoose={(clash, side) => {
          const { base } = entry;
          if (!base) return;
          const next = chosen<GoalFields>({ fields: entry, base }, clash, side);
          onChange({ ...next.fields, base: next.base });
        }}
      />
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <TextInput
          ref={name}
          label={t('Goal')}
          flex={1}
          value={entry.title}
          error={error}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        {entry.id === null && (
          <Hint label={t('Remove this new goal')}>
            <ActionIcon
              size={36}
              aria-label={
                entry.title ? t('Remove {title}', { title: entry.title }) : t('Remove the new goal')
              }
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Hint>
        )}
      </Group>
      <Group gap="sm" mt="xs" align="flex-end">
        <Select
          label={t('Dimension')}
          placeholder={t('Not said')}
          w={140}
          allowDeselect={false}
          data={dimensionChoices}
          value={entry.dimension}
          onChange={(value) => onChange({ dimension: isDimension(value) ?? entry.dimension })}
        />
        <NumberField
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
  const { material } = props;
  const { draft, change, ...kept } = useDraft<GoalsDraft>(material.task.id, () => beginGoals(material));
  const { comment } = draft;
  const { rows: goals, clashes } = goalsNow(draft.goals, material);
  const errors = fieldErrors(props.error, 'result');
  const above = useGoalsAbove(material.task.componentId);
  const counted = goals.filter((entry) => countsInPlan(entry, material));
  const total = counted.reduce((sum, entry) => sum + entry.priority, 0);
  const set = (row: number, patch: Partial<GoalRow>) =>
    change({ goals: goals.map((entry) => (entry.row === row ? { ...entry, ...patch } : entry)) });
  const [added, setAdded] = useState<number | null>(null);
  const add = () => {
    const row = Math.max(0, ...goals.map((goal) => goal.row)) + 1;
    change({ goals: [...goals, blankGoal(row)] });
    setAdded(row);
  };
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Goals')}
      verb={t('Set goals')}
      done={t('Goals set')}
      then={t('Next the measures show how each goal is quantified.')}
      toResult={() => (clashes.size > 0 ? chooseFirst() : goalsResult({ goals, comment }))}
    >
      {goals.map((entry, index) => (
        <GoalFieldsOf
          key={entry.row}
          draft={goalOf(entry, material)}
          beside={goals.filter(({ row }) => row !== entry.row).map((one) => goalOf(one, material))}
          entry={entry}
          above={above}
          isNew={entry.row === added}
          clashes={clashes.get(entry.row) ?? []}
          share={total > 0 && counted.includes(entry) ? entry.priority / total : 0}
          error={errors[`goals.${index}.title`]}
          onChange={(patch) => set(entry.row, patch)}
          onRemove={() => change({ goals: goals.filter(({ row }) => row !== entry.row) })}
        />
      ))}
      <PriorityBar
        parts={counted.map(({ row, title, priority }) => ({ id: String(row), title, priority }))}
        onSpread={(wanted) =>
          change({
            goals: goals.map((entry) => ({
              ...entry,
              priority: wanted[counted.indexOf(entry)] ?? entry.priority,
            })),
          })
        }
      />
      <TogetherAdvice
        componentId={material.task.componentId}
        goals={goals.map((one) => goalOf(one, material)).filter(({ title }) => title.trim() !== '')}
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
