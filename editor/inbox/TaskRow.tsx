// One task in the list: what it is, of whom, and when it is due.
import { Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Task } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { stageKindOf } from '../app/words/stage-kind-of.ts';
import { retell, t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { PickBox } from './bulk/PickBox.tsx';
import type { Picking } from './bulk/use-picks.ts';
import classes from './inbox.module.css';
import { focusForm } from './row-focus.ts';
import { type InboxView, toSearch } from './sort-tasks.ts';

const muted = 'var(--cw-muted)';

function When({ task, putOff }: { task: Task; putOff: boolean }) {
  if (putOff && task.snoozedUntil !== null)
    return (
      <Text size="xs" c={muted}>
        <TimeText at={task.snoozedUntil} />
      </Text>
    );
  if (task.state === 'open') return <DueText at={task.dueAt} soonAt={task.dueSoonAt} zone={task.dueZone} />;
  return (
    <Text size="xs" c={muted}>
      {task.completedAt ? <TimeText at={task.completedAt} /> : t('closed')}
    </Text>
  );
}

const isChord = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || shiftKey;

interface Props {
  task: Task;
  current: boolean;
  /** Tab comes to one row of all; from there j, k and the arrows go on. */
  isStop: boolean;
  view: InboxView;
  picking: Picking;
}

export function TaskRow({ task, current, isStop, view, picking }: Props) {
  const element = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={classes.line}>
      {picking.on && task.state === 'open' && (
        <PickBox
          name={`${retell(task.title)} · ${task.componentName}`}
          picked={picking.ids.has(task.id)}
          onPick={(range) => picking.pick(task.id, range)}
        />
      )}
      <PlainLink
        ref={element}
        to="/inbox"
        search={{ ...toSearch(view), task: task.id }}
        className={classes.row}
        aria-current={current}
        // The router says aria-current of its own.
        data-current={current || undefined}
        data-task={task.id}
        tabIndex={isStop ? 0 : -1}
        onKeyDown={(event) => {
          // The task is open already: Enter goes on into its form.
          if (event.key !== 'Enter' || !current || isChord(event)) return;
          event.preventDefault();
          focusForm();
        }}
      >
        <StageKindIcon kind={stageKindOf(task.stageKind)} labelled />
        <span style={{ minWidth: 0 }}>
          <Text span display="block" size="sm" fw={500} truncate>
            {retell(task.title)}
          </Text>
          <Text span display="block" size="xs" c={muted} truncate>
            {task.onBehalfOf
              ? t('For {person} · {component}', {
                  component: task.componentName,
                  person: task.onBehalfOf.name,
                })
              : task.componentName}
            {view.tab === 'snoozed' &&
              task.snoozedAfter &&
              t(' · back after “{task}”', { task: retell(task.snoozedAfter.title) })}
          </Text>
        </span>
        <When task={task} putOff={view.tab === 'snoozed'} />
      </PlainLink>
    </div>
  );
}
