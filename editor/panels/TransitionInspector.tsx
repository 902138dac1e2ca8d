// One transition: what it waits for, its guard, where it leads, what it does on the way.
import { ActionIcon, Button, Group, MultiSelect, Stack, Switch, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Applied, TransitionRef } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { findStage, isInside, listStages, nameOf, stagesBeside } from '../document/stage-tree.ts';
import {
  type AnyTransition,
  findTransition,
  isSameRef,
  type PlacedTransition,
  transitionsFrom,
} from '../document/transitions.ts';
import { triggerWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { ActionsEditor } from './ActionsEditor.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { nothing, stageSelection, useEditing } from './editing.ts';
import { FeelField } from './FeelField.tsx';
import { problemsAt } from './field-problems.ts';
import { PlaceProblems } from './PlaceProblems.tsx';
import styles from './panels.module.css';
import { TextField } from './TextField.tsx';
import { TriggerFields } from './TriggerFields.tsx';

export function TransitionInspector({ at }: { at: TransitionRef }) {
  const { cycle } = useEditing();
  const placed = findTransition(cycle, at);
  if (!placed) return null;
  return (
    <>
      <TransitionHead placed={placed} />
      <Stack gap="sm" className={styles.body}>
        <PlaceProblems place={placed.pointer} />
        <TriggerFields placed={placed} />
        <TransitionFields placed={placed} />
      </Stack>
    </>
  );
}

function TransitionHead({ placed: { at, trigger } }: { placed: PlacedTransition }) {
  const { cycle, select, run, readOnly } = useEditing();
  const from = at.stage === null ? null : findStage(cycle, at.stage);
  const name = from ? nameOf(from.id, from.stage) : t('Any stage');
  return (
    <div className={styles.head}>
      <Hint label={t('Back to {name}', { name })}>
        <ActionIcon
          aria-label={t('Back to {name}', { name })}
          onClick={() => select(at.stage === null ? nothing : stageSelection(at.stage))}
        >
          <IconArrowLeft size={16} />
        </ActionIcon>
      </Hint>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="xs" c="dimmed" truncate>
          {t('Transition from {name}', { name })}
        </Text>
        <Title order={3} size="h4" lineClamp={2}>
          {triggerWords(trigger)}
        </Title>
      </div>
      {!readOnly && (
        <Hint label={t('Remove this transition')}>
          <ActionIcon
            aria-label={t('Remove this transition')}
            onClick={() => run({ type: 'remove-transition', at })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Hint>
      )}
    </div>
  );
}

const nowhere = '';
const guardExample = 'result.decision = "agreed"';

function TransitionFields({ placed }: { placed: PlacedTransition }) {
  const { cycle, run, readOnly } = useEditing();
  const { at, transition, pointer: place } = placed;
  const set = (patch: Partial<AnyTransition>, burst?: string): Applied =>
    run({ type: 'set-transition', at, patch }, burst);
  const targets = listStages(cycle).map(({ id, stage, depth }) => ({
    value: id,
    label: `${' '.repeat(depth * 3)}${nameOf(id, stage)}`,
  }));
  const canStayInside =
    at.stage !== null && transition.to !== undefined && isInside(cycle, transition.to, at.stage);
  return (
    <>
      <FeelField
        label={t('Only if (guard)')}
        place={place + pointer('guard')}
        value={transition.guard ?? ''}
        placeholder={guardExample}
        apply={(guard, burst) => set({ guard: guard.trim() ? guard : undefined }, burst)}
      />
      <ChoiceField
        label={t('Goes to')}
        place={place + pointer('to')}
        value={transition.to ?? nowhere}
        options={[{ value: nowhere, label: t('Nowhere: it only acts') }, ...targets]}
        onPick={(to) => set({ to: to || undefined })}
      />
      <AlsoField placed={placed} set={set} />
      {canStayInside && (
        <Switch
          size="sm"
          label={t('Does not leave and enter its own stage again')}
          data-pointer={place + pointer('internal')}
          disabled={readOnly}
          checked={transition.internal ?? false}
          onChange={(event) => set({ internal: event.currentTarget.checked || undefined })}
        />
      )}
      <Text size="sm" fw={500}>
        {t('On the way')}
      </Text>
      <ActionsEditor
        place={place + pointer('do')}
        actions={transition.do ?? []}
        apply={(actions, burst) => set({ do: actions.length > 0 ? actions : undefined }, burst)}
      />
      <TextField
        label={t('Why it is there')}
        place={place + pointer('description')}
        value={transition.description ?? ''}
        lines={2}
        apply={(description, burst) => set({ description: description || undefined }, burst)}
      />
      <Order placed={placed} />
    </>
  );
}

interface AlsoProps {
  placed: PlacedTransition;
  set(patch: Partial<AnyTransition>): Applied;
}

/** In a parallel stage a transition may say where each part begins. */
function AlsoField({ placed: { transition, pointer: place }, set }: AlsoProps) {
  const { cycle, problems, readOnly } = useEditing();
  const { to, also = [] } = transition;
  const beside = to === undefined ? [] : stagesBeside(cycle, to);
  if (beside.length + also.length === 0) return null;
  return (
    <MultiSelect
      size="sm"
      label={t('And at once to')}
      data-pointer={place + pointer('also')}
      description={t('Stages in other parts; a part that is not named begins as usual')}
      data={[...new Set([...also, ...beside])].map((id) => ({
        value: id,
        label: nameOf(id, findStage(cycle, id)?.stage ?? {}),
      }))}
      value={also}
      disabled={readOnly}
      error={problemsAt(problems, place + pointer('also'))}
      onChange={(ids) => set(ids.length > 0 ? { to, also: ids } : { to })}
    />
  );
}

/** Among transitions that wait for the same, the first whose guard holds is taken. */
function Order({ placed: { at } }: { placed: PlacedTransition }) {
  const { cycle, run, select, readOnly } = useEditing();
  const rivals = transitionsFrom(cycle, at.stage).filter((each) =>
    isSameRef({ ...each.at, index: 0 }, { ...at, index: 0 }),
  );
  if (rivals.length < 2 || at.list.kind === 'after') return null;
  const move = (to: number) => {
    run({ type: 'reorder-transition', at, to });
    select({ kind: 'transition', at: { ...at, index: to } });
  };
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" flex={1}>
        {t('Tried {index} of {count}; the first whose guard holds is taken.', {
          index: at.index + 1,
          count: rivals.length,
        })}
      </Text>
      {!readOnly && (
        <Button.Group>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('Try earlier')}
            disabled={at.index === 0}
            onClick={() => move(at.index - 1)}
          >
            <IconArrowUp size={14} />
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('Try later')}
            disabled={at.index === rivals.length - 1}
            onClick={() => move(at.index + 1)}
          >
            <IconArrowDown size={14} />
          </Button>
        </Button.Group>
      )}
    </Group>
  );
}
