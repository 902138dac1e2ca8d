// What the person must do: the list by due date on the left, the task with its evidence and form on the right.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { myTasksQuery } from '../app/api/task-queries.ts';
import type { Task } from '../app/api/wire.ts';
import { useHotkeys } from '../app/parts/use-hotkeys.ts';
import { nowInstant } from '../app/words/due.ts';
import { t, viewerZone } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import classes from './inbox.module.css';
import { neighbour, toSearch, toSections } from './sort-tasks.ts';
import { TaskList } from './TaskList.tsx';

// The list is there at once; the task and its form follow when one is chosen.
const TaskPane = lazy(async () => ({ default: (await import('./TaskPane.tsx')).TaskPane }));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }));

const route = getRouteApi('/signed-in/inbox');

const noTasks: Task[] = [];
const firstField = '#task-form input, #task-form textarea, #task-form button';

export function InboxScreen() {
  const { task: taskId, tab = 'todo', q = '', for: whose } = route.useSearch();
  const forOthers = whose === 'others';
  const navigate = useNavigate();
  const open = useQuery(myTasksQuery('open'));
  const done = useQuery({ ...myTasksQuery('completed'), enabled: tab === 'done' });
  const searchField = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const all = (tab === 'done' ? done.data : open.data) ?? noTasks;
  const lent = all.filter(({ onBehalfOf }) => onBehalfOf !== null);
  const tasks = forOthers ? lent : all;
  const sections = toSections(tasks, { now: nowInstant(), zone: viewerZone(), text: q });
  const inOrder = sections.flatMap((section) => section.tasks);
  const choose = (id: string | undefined) =>
    void navigate({
      to: '/inbox',
      search: { ...toSearch({ tab, q, forOthers }), task: id },
      replace: taskId !== undefined,
    });
  const step = (by: 1 | -1) => {
    const next = neighbour(inOrder, taskId, by);
    if (next) choose(next.id);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ['Enter', () => document.querySelector<HTMLElement>(firstField)?.focus()],
    ['e', () => document.querySelector<HTMLFormElement>('#task-form')?.requestSubmit()],
    ['/', () => searchField.current?.focus()],
    ['?', () => setHelp(true)],
    ['Escape', () => choose(undefined)],
  ]);
  /** After a completion: the next task of the list as it was before. */
  const onCompleted = (id: string) => {
    const rest = inOrder.filter((task) => task.id !== id);
    const next =
      rest[
        Math.min(
          inOrder.findIndex((task) => task.id === id),
          rest.length - 1,
        )
      ];
    choose(next?.id);
    return { next, left: rest.length };
  };
  return (
    <div className={`${classes.panes} ${taskId ? classes.open : ''}`}>
      <TaskList
        {...{ sections, tab, q, forOthers, taskId, searchField }}
        forOthersCount={lent.length}
        query={tab === 'done' ? done : open}
        openCount={open.data?.length ?? 0}
        onHelp={() => setHelp(true)}
      />
      <section className={classes.task} aria-label={t('Task')}>
        {taskId ? (
          <Suspense fallback={<Skeleton height={280} m="lg" radius="md" />}>
            <TaskPane key={taskId} id={taskId} onBack={() => choose(undefined)} onCompleted={onCompleted} />
          </Suspense>
        ) : (
          <EmptyState title={inOrder.length > 0 ? t('Choose a task') : t('Nothing waits for you here')}>
            {inOrder.length > 0
              ? t('Each task says why you have it, shows the evidence, and what happens next.')
              : t('When a plan needs you, its task appears on the left.')}
          </EmptyState>
        )}
      </section>
      {help && (
        <Suspense fallback={null}>
          <KeySheet onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}
