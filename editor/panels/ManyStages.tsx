// Several selected stages: what can be set for all of them at once. Each change is one step.
import { Stack, Text, Title } from '@mantine/core';
import { type StageId, stageKinds } from '../../engine/index.ts';
import { type Applied, applied } from '../document/command.ts';
import { findStage, isWaiting, nameOf, type PlacedStage } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { stageKindStyle } from '../theme/theme.ts';
import { AssigneeField } from './AssigneeField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';

const kindOptions = stageKinds.map((kind) => ({ value: kind, label: stageKindStyle[kind].words }));

/** What all of them have; null when they differ. */
const shared = (values: readonly (string | undefined)[]): string | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;

export function ManyStages({ ids }: { ids: readonly StageId[] }) {
  const { cycle, readOnly } = useEditing();
  const placed = ids.flatMap((id) => findStage(cycle, id) ?? []);
  return (
    <>
      <div className={styles.head}>
        <Title order={3} size="h4">
          {t('{count} stages', { count: placed.length })}
        </Title>
      </div>
      <Stack gap="sm" className={styles.body}>
        <Text size="sm">{placed.map(({ id, stage }) => nameOf(id, stage)).join(', ')}</Text>
        <SharedKind placed={placed} />
        <SharedOwner placed={placed} />
        {!readOnly && (
          <Text size="sm" c="dimmed">
            {t(
              'Drag one to move them all. The bar above them aligns and distributes; Ctrl+C copies, Del deletes.',
            )}
          </Text>
        )}
      </Stack>
    </>
  );
}

function SharedKind({ placed }: { placed: readonly PlacedStage[] }) {
  const { run } = useEditing();
  const waiting = placed.flatMap(({ id, stage }) => (isWaiting(stage) ? { id, kind: stage.kind } : []));
  if (waiting.length === 0) return null;
  const pick = (picked: string | null) => {
    const kind = stageKinds.find((each) => each === picked) ?? null;
    const burst = `kind ${kind} of ${waiting.map(({ id }) => id).join(' ')}`;
    for (const { id } of waiting) run({ type: 'set-kind', stage: id, kind }, burst);
  };
  return (
    <ChoiceField
      label={t('Kind of all')}
      place="/many/kind"
      value={shared(waiting.map(({ kind }) => kind))}
      options={kindOptions}
      onPick={pick}
      clearable
    />
  );
}

function SharedOwner({ placed }: { placed: readonly PlacedStage[] }) {
  const { cycle, run } = useEditing();
  const tasks = placed.flatMap(({ id, stage }) =>
    isWaiting(stage)
      ? Object.entries(stage.tasks ?? {}).map(([key, task]) => ({ stage: id, key, task }))
      : [],
  );
  if (tasks.length === 0) return null;
  const apply = (assignee: string, burst: string): Applied =>
    tasks.reduce<Applied>(
      (result, { stage, key, task }) =>
        result.kind === 'refused'
          ? result
          : run({ type: 'set-task', stage, key, task: { ...task, assignee } }, burst),
      applied(cycle),
    );
  return (
    <AssigneeField
      label={
        tasks.length === 1 ? t('Who does the task') : t('Who does the {count} tasks', { count: tasks.length })
      }
      place="/many/assignee"
      value={shared(tasks.map(({ task }) => task.assignee)) ?? ''}
      apply={apply}
    />
  );
}
