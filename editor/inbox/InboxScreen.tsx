// What the person must do: the list by due date on the left, the task with its evidence and form on the right.
import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { claimableTasksQuery, myTasksQuery } from '../app/api/task-queries.ts';
import type { Task } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { useHotkeys } from '../app/parts/use-hotkeys.ts';
import { useNow } from '../app/parts/use-now.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import type { Asked } from './bulk/Bulk.tsx';
import type { BulkAct, PickedTask } from './bulk/bulk-acts.ts';
import { usePicks } from './bulk/use-picks.ts';
import { filtersQuery } from './filters/filter-acts.ts';
import { Held, HeldTask } from './holding/Held.tsx';
import { type Holding, useHold } from './holding/use-hold.ts';
import classes from './inbox.module.css';
import { NoTask } from './NoTask.tsx';
import { focusedRow, focusForm, focusRow, focusTabRow, followers, useFollow } from './row-focus.ts';
import {
  countsOf,
  inView,
  neighbour,
  readView,
  successor,
  toOffered,
  toSearch,
  toSections,
} from './sort-tasks.ts';
import type { Completed } from './TaskForm.tsx';
import { TaskList } from './TaskList.tsx';

// The list is there at once; the task and its form follow when one is chosen.
const TaskPane = latePart(async () => (await import('./TaskPane.tsx')).TaskPane);
const KeySheet = latePart(async () => (await import('./KeySheet.tsx')).KeySheet, { told: 'over' });
const TellClosedDrafts = latePart(async () => (await import('./TellClosedDrafts.tsx')).TellClosedDrafts, {
  told: 'nowhere',
});
const Bulk = latePart(async () => (await import('./bulk/Bulk.tsx')).Bulk);

const route = getRouteApi('/signed-in/inbox');

const noTasks: Task[] = [];
const submitForm = () => document.querySelector<HTMLFormElement>('#task-form')?.requestSubmit();

const offersOf = (tab: string, mayReassign: boolean): Asked[] => {
  if (tab === 'waiting') return mayReassign ? ['remind', 'delegate'] : ['remind'];
  if (tab === 'snoozed') return ['wake', 'snooze'];
  return tab === 'todo' ? ['snooze', 'delegate', 'complete'] : [];
};

/** Whom one only reminds of a task keeps it in the list. */
function rowsAfter({ wish, tasks }: BulkAct, listed: readonly PickedTask[]): string[] {
  const taken = tasks.map(({ id }) => id);
  const others = followers(
    listed.map(({ id }) => id),
    new Set(taken),
  );
  return wish.act === 'remind' ? taken : others;
}

/** The tasks of the view, without those that an act is held for. */
function useInboxTasks(held: ReadonlySet<string>) {
  const search = route.useSearch();
  const view = readView(search);
  const now = useNow();
  const open = useQuery(myTasksQuery('open'));
  const done = useQuery({ ...myTasksQuery('completed'), enabled: view.tab === 'done' });
  const query = view.tab === 'done' ? done : open;
  const isMine = view.tab === 'todo' || view.tab === 'snoozed';
  const offered = useQuery({ ...claimableTasksQuery, enabled: isMine && open.isSuccess });
  const leftOf = (tasks: readonly Task[] = noTasks) => tasks.filter(({ id }) => !held.has(id));
  const sections = [
    ...toSections(leftOf(query.data), view, now),
    ...toOffered(isMine && !view.forOthers ? leftOf(offered.data) : noTasks, view, now),
  ];
  const counts = countsOf(leftOf(open.data), leftOf(offered.data), now);
  return { view, taskId: search.task, query, sections, counts };
}

/** An inbox that is opened without any wish begins with the filter that its owner chose for that. */
function useFirstFilter() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [isPlain] = useState(Object.keys(search).length === 0);
  const first = useQuery({ ...filtersQuery, enabled: isPlain }).data?.find((filter) => filter.first);
  const begun = useRef(false);
  useEffect(() => {
    if (!first || begun.current) return;
    begun.current = true;
    void navigate({ to: '/inbox', search: first.search, replace: true });
  }, [first, navigate]);
}

interface Next {
  follow: (ids: readonly string[]) => void;
  inOrder: Task[];
  view: ReturnType<typeof readView>;
  hold: Holding;
  choose: (id?: string) => void;
}

/** What comes after a completion, by the server's own list: the next task of the order that was shown. */
function useNext({ inOrder, view, hold, choose, follow }: Next): Completed {
  const client = useQueryClient();
  const doneHere = useRef(0);
  const { hidden } = hold;
  return {
    onCompleted: async (id) => {
      const now = nowInstant();
      const all = await client.fetchQuery({ ...myTasksQuery('open'), staleTime: 0 });
      const left = inView(all, view, now).filter((task) => task.id !== id && !hidden.has(task.id));
      const next = successor(inOrder, id, left);
      doneHere.current += 1;
      const { activeElement } = document;
      choose(next?.id);
      // Whoever went elsewhere meanwhile stays there.
      if (next && (activeElement === document.body || activeElement?.closest('#task-form, [data-task]')))
        focusRow(next.id);
      return { next, place: doneHere.current + 1, total: doneHere.current + left.length };
    },
    onHold: hold.take,
    onBack: (id) => {
      doneHere.current -= 1;
      choose(id);
      follow([id]);
    },
  };
}

function Chosen({ id, hold, completed, onBack }: ChosenProps) {
  if (hold.hidden.has(id)) return <HeldTask hold={hold} id={id} />;
  return (
    <Suspense fallback={<Skeleton height={280} width="auto" m="lg" radius="md" />}>
      <TaskPane key={id} id={id} onBack={onBack} completed={completed} />
    </Suspense>
  );
}
interface ChosenProps {
  id: string;
  hold: Holding;
  completed: Completed;
  onBack: () => void;
}

export function InboxScreen() {
  const hold = useHold();
  const { view, taskId, query, sections, counts } = useInboxTasks(hold.hidden);
  useFirstFilter();
  const navigate = useNavigate();
  const mayReassign = useMay()('tasks.reassign');
  const searchField = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const [waiting, setWaiting] = useState<PickedTask[]>([]);
  const [asked, setAsked] = useState<{ act: Asked; tasks: readonly PickedTask[] } | null>(null);
  const inOrder = sections.flatMap((section) => section.tasks);
  const listed: readonly PickedTask[] = view.tab === 'waiting' ? waiting : inOrder;
  const { picked } = route.useSearch();
  const picking = usePicks(listed, {
    said: picked,
    say: (next) =>
      void navigate({ to: '/inbox', search: (before) => ({ ...before, picked: next }), replace: true }),
  });
  const bulkNeeded = useRef(false);
  bulkNeeded.current ||= picking.ids.size > 0 || asked !== null;
  const offers = offersOf(view.tab, mayReassign);
  const follow = useFollow();

  const choose = (id: string | undefined) =>
    void navigate({
      to: '/inbox',
      search: { ...toSearch(view), task: id },
      replace: taskId !== undefined,
    });
  const step = (by: 1 | -1) => {
    const at = inOrder.find(({ id }) => id === focusedRow())?.id ?? taskId;
    const next = neighbour(inOrder, at, by);
    if (!next) return;
    choose(next.id);
    focusRow(next.id);
  };
  /** Of what is picked; with nothing picked, of the task that is open. */
  const ask = (act: Asked) => {
    const tasks = picking.tasks.length > 0 ? picking.tasks : listed.filter(({ id }) => id === taskId);
    if (tasks.length > 0 && offers.includes(act)) setAsked({ act, tasks });
  };
  const pick = (range: boolean) => taskId && picking.pick(taskId, range);
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ['Enter', () => (taskId ? focusForm() : step(1))],
    ['x', () => pick(false)],
    ['X', () => pick(true)],
    ['e', () => (picking.tasks.length > 0 ? ask('complete') : submitForm())],
    ['s', () => ask('snooze')],
    ['a', () => ask('delegate')],
    ['z', hold.undo],
    ['/', () => searchField.current?.focus()],
    ['?', () => setHelp(true)],
    ['Escape', () => (picking.on ? picking.clear() : choose(undefined))],
  ]);
  const completed = useNext({ inOrder, view, hold, choose, follow });
  return (
    <div className={`${classes.panes} ${taskId ? classes.open : ''}`}>
      <TaskList
        {...{ sections, view, counts, taskId, searchField, query, picking }}
        onWaiting={setWaiting}
        onHelp={() => setHelp(true)}
      >
        {bulkNeeded.current && (
          <Suspense fallback={null}>
            <Bulk
              offers={offers}
              picked={picking.tasks}
              matching={listed.length}
              asked={asked}
              onAsk={(act) => (act ? ask(act) : setAsked(null))}
              onAll={picking.all}
              onClear={picking.clear}
              onTaken={(act) => follow(rowsAfter(act, listed))}
              hold={hold}
            />
          </Suspense>
        )}
      </TaskList>
      <section className={classes.task} aria-label={t('Task')}>
        {taskId && <h1 className={classes.headingBehind}>{t('Inbox')}</h1>}
        {taskId ? (
          <Chosen id={taskId} hold={hold} completed={completed} onBack={() => choose(undefined)} />
        ) : (
          <NoTask hasTasks={inOrder.length > 0} />
        )}
      </section>
      <Held hold={hold} onNow={focusTabRow} />
      <Suspense fallback={null}>
        <TellClosedDrafts />
      </Suspense>
      {help && (
        <Suspense fallback={null}>
          <KeySheet onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}
