// The transitions of a stage as a list; pressing one opens it.
import { Button, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { StageId } from '../../engine/index.ts';
import type { Trigger } from '../document/command.ts';
import { triggersFor } from '../document/likely-triggers.ts';
import { findStage, nameOf } from '../document/stage-tree.ts';
import type { PlacedTransition } from '../document/transitions.ts';
import { transitionsFrom } from '../document/transitions.ts';
import { triggerWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';

interface Props {
  stage: StageId | null;
  transitions: readonly PlacedTransition[];
  /** Only timers, or all but timers. */
  timers: boolean;
}

export function TransitionList({ stage, transitions, timers }: Props) {
  const { readOnly } = useEditing();
  return (
    <>
      {transitions.map((placed) => (
        <TransitionLink key={placed.pointer} placed={placed} />
      ))}
      {transitions.length === 0 && (
        <Text size="sm" c="dimmed">
          {timers ? t('Nothing happens by itself here.') : t('Nothing leads on from here yet.')}
        </Text>
      )}
      {!readOnly && <AddTransition stage={stage} timers={timers} />}
    </>
  );
}

function TransitionLink({ placed: { at, trigger, transition, pointer } }: { placed: PlacedTransition }) {
  const { cycle, select } = useEditing();
  const target = transition.to === undefined ? null : findStage(cycle, transition.to);
  const end = target ? nameOf(target.id, target.stage) : transition.to;
  return (
    <button
      type="button"
      className={styles.link}
      data-pointer={pointer}
      onClick={() => select({ kind: 'transition', at })}
    >
      <span style={{ flex: 1, minWidth: 0 }}>
        {triggerWords(trigger)}
        {transition.guard && <div className={styles.mono}>[{transition.guard}]</div>}
      </span>
      <Text size="sm" c="dimmed" maw={130} truncate>
        {end === undefined ? t('only acts') : `→ ${end}`}
      </Text>
    </button>
  );
}

function AddTransition({ stage, timers }: { stage: StageId | null; timers: boolean }) {
  const { cycle, run, select } = useEditing();
  const add = (trigger: Trigger) => {
    const result = run({ type: 'add-transition', from: stage, trigger, transition: {} });
    if (result.kind !== 'applied') return;
    const added = transitionsFrom(result.cycle, stage).findLast(
      (each) => JSON.stringify(each.trigger) === JSON.stringify(trigger),
    );
    if (added) select({ kind: 'transition', at: added.at });
  };
  const plus = <IconPlus size={14} />;
  const look = {
    size: 'compact-sm',
    variant: 'subtle',
    leftSection: plus,
    style: { alignSelf: 'flex-start' },
  } as const;
  if (timers) {
    return (
      <Button {...look} onClick={() => add({ kind: 'after', delay: 'P10D' })}>
        {t('Add a timer')}
      </Button>
    );
  }
  if (stage === null) {
    return (
      <Button {...look} onClick={() => add({ kind: 'event', event: 'plan.cancelled' })}>
        {t('Add a transition')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button {...look}>{t('Add a transition')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {triggersFor(cycle, stage)
          .filter(({ trigger }) => trigger.kind !== 'after')
          .map(({ label, trigger }) => (
            <Menu.Item key={label} onClick={() => add(trigger)}>
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
