// A stage: what it is, its tasks, what happens on entry and exit, where it leads.
import { Menu, Text, Title } from '@mantine/core';
import type { StageId } from '../../engine/index.ts';
import { makeTaskKey } from '../document/make-id.ts';
import { pointer } from '../document/pointer.ts';
import { findStage, isWaiting, nameOf, type PlacedStage, type WaitingStage } from '../document/stage-tree.ts';
import { transitionsFrom } from '../document/transitions.ts';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { AboutStage } from './AboutStage.tsx';
import { ActionsEditor } from './ActionsEditor.tsx';
import { AddMenu } from './AddMenu.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';
import { Section } from './Section.tsx';
import { TaskCard } from './TaskCard.tsx';
import { TransitionList } from './TransitionList.tsx';
import { presetsForKind } from './task-presets.ts';
import { useKeys } from './use-keys.ts';

export function StageInspector({ id }: { id: StageId }) {
  const { cycle } = useEditing();
  const placed = findStage(cycle, id);
  if (!placed) return null;
  const { stage } = placed;
  return (
    <div>
      <div className={styles.head}>
        <StageKindIcon kind={'kind' in stage ? stage.kind : null} size={20} />
        <Title order={3} size="h4" lineClamp={2} flex={1}>
          {nameOf(id, stage)}
        </Title>
      </div>
      <AboutStage placed={placed} />
      {isWaiting(stage) && <Tasks placed={placed} stage={stage} />}
      {isWaiting(stage) && <Leads placed={placed} />}
      {stage.type !== 'history' && <Actions placed={placed} when="entry" title={t('On entry')} />}
      {stage.type !== 'history' && <Actions placed={placed} when="exit" title={t('On exit')} />}
    </div>
  );
}

function Tasks({ placed, stage }: { placed: PlacedStage; stage: WaitingStage }) {
  const { cycle, run, readOnly } = useEditing();
  const tasks = Object.entries(stage.tasks ?? {});
  const place = placed.pointer + pointer('tasks');
  const keyOf = useKeys(Object.keys(stage.tasks ?? {}));
  return (
    <Section title={t('Tasks')} place={place} count={tasks.length}>
      {tasks.map(([key, task]) => (
        <TaskCard key={keyOf(key)} stage={placed.id} taskKey={key} task={task} place={place + pointer(key)} />
      ))}
      {tasks.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('Nobody is asked to do anything here.')}
        </Text>
      )}
      {!readOnly && (
        <AddMenu label={t('Add a task')}>
          {presetsForKind(stage.kind).map((task) => (
            <Menu.Item
              key={task.title}
              onClick={() =>
                run({ type: 'set-task', stage: placed.id, key: makeTaskKey(cycle, task.title), task })
              }
            >
              {task.title}
            </Menu.Item>
          ))}
        </AddMenu>
      )}
    </Section>
  );
}

function Leads({ placed }: { placed: PlacedStage }) {
  const { cycle } = useEditing();
  const all = transitionsFrom(cycle, placed.id);
  const timers = all.filter(({ trigger }) => trigger.kind === 'after');
  const others = all.filter(({ trigger }) => trigger.kind !== 'after');
  return (
    <>
      <Section title={t('Transitions')} place={placed.pointer + pointer('on')} count={others.length}>
        <TransitionList stage={placed.id} transitions={others} timers={false} />
      </Section>
      <Section title={t('Timers')} place={placed.pointer + pointer('after')} count={timers.length}>
        <TransitionList stage={placed.id} transitions={timers} timers />
      </Section>
    </>
  );
}

function Actions({ placed, when, title }: { placed: PlacedStage; when: 'entry' | 'exit'; title: string }) {
  const { run } = useEditing();
  const actions = placed.stage.type === 'history' ? [] : (placed.stage[when] ?? []);
  const place = placed.pointer + pointer(when);
  return (
    <Section title={title} place={place} count={actions.length}>
      <ActionsEditor
        place={place}
        actions={actions}
        apply={(next, burst) => run({ type: 'set-actions', stage: placed.id, when, actions: next }, burst)}
      />
    </Section>
  );
}
