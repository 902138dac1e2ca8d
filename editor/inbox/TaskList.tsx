// The left pane: tabs, search, and the tasks in sections by due date.
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  TextInput,
  Title,
} from '@mantine/core';
import { IconChecks, IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, Suspense, useRef } from 'react';
import type { Task } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart, useTried } from '../app/parts/late-part.tsx';
import { useFirstLines } from '../app/parts/use-first-lines.ts';
import { useUses } from '../app/parts/use-permissions.ts';
import { numberText, t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { Hint } from '../theme/Hint.tsx';
import type { PickedTask } from './bulk/bulk-acts.ts';
import type { Picking } from './bulk/use-picks.ts';
import classes from './inbox.module.css';
import { type Counts, type InboxView, type Section, toSearch } from './sort-tasks.ts';
import { TaskRow } from './TaskRow.tsx';
import { useIsAsked } from './use-asked.ts';
import { useSteadyRows } from './use-steady-rows.ts';

const FilterMenu = latePart(async () => (await import('./filters/FilterMenu.tsx')).FilterMenu);
const WaitingList = latePart(async () => (await import('./WaitingList.tsx')).WaitingList);
const AskedToReopen = latePart(async () => (await import('./reopenings/AskedToReopen.tsx')).AskedToReopen);
const AskedOfYou = latePart(async () => (await import('./AskedOfYou.tsx')).AskedOfYou);

interface Props {
  sections: Section[];
  view: InboxView;
  counts: Counts;
  taskId: string | undefined;
  searchField: RefObject<HTMLInputElement | null>;
  query: UseQueryResult<Task[]>;
  picking: Picking;
  onWaiting: (list: PickedTask[]) => void;
  onHelp: () => void;
  children: ReactNode;
}

/** The first lines of all, section by section; what has none of them is not drawn. */
export function drawnOf(sections: readonly Section[], lines: number): { section: Section; tasks: Task[] }[] {
  let left = lines;
  return sections.flatMap((section) => {
    const tasks = section.tasks.slice(0, left);
    left -= tasks.length;
    return tasks.length > 0 ? [{ section, tasks }] : [];
  });
}

/** Everything that is to do, narrowed by nothing. */
const isPlain = ({ tab, q, due, cycle, forOthers }: InboxView): boolean =>
  tab === 'todo' && q === '' && due === '' && cycle === '' && !forOthers;

function Sections({
  sections,
  view,
  taskId,
  picking,
}: Pick<Props, 'sections' | 'view' | 'taskId' | 'picking'>) {
  const drawn = drawnOf(sections, useFirstLines(sections.reduce((sum, { tasks }) => sum + tasks.length, 0)));
  const isAsked = useIsAsked();
  const ids = sections.flatMap((section) => section.tasks.map(({ id }) => id));
  const stop = ids.find((id) => id === taskId) ?? ids[0];
  if (sections.length === 0) {
    if (isAsked && isPlain(view)) return null;
    const nothing = view.tab === 'done' ? t('Nothing done yet') : t('All done');
    return (
      <EmptyState title={view.q ? t('No task has these words') : nothing}>
        {view.q
          ? t('Search for fewer words, or clear the search.')
          : t('Tasks come when a plan reaches a stage that needs you.')}
      </EmptyState>
    );
  }
  return drawn.map(({ section, tasks }) => (
    <section key={section.id} aria-label={section.name}>
      <h2 className={classes.section}>
        {view.tab === 'done' && view.group === 'due' ? tAs('tasks', 'Done') : section.name}
        <Badge size="xs" variant="light" color={section.id === 'late' ? 'red' : 'gray'}>
          {numberText(section.tasks.length)}
        </Badge>
      </h2>
      {tasks.map((task) => (
        <TaskRow
          key={task.id}
          {...{ task, view, picking }}
          current={task.id === taskId}
          isStop={task.id === stop}
        />
      ))}
    </section>
  ));
}

function Head({ picking, onHelp, view }: Pick<Props, 'picking' | 'onHelp' | 'view'>) {
  return (
    <Group px="md" pt="md" pb={8} justify="space-between" wrap="nowrap">
      <Title order={1} size="h2">
        {t('Inbox')}
      </Title>
      <Group gap={2} wrap="nowrap">
        {view.tab !== 'done' && (
          <Hint label={t('Pick several')}>
            <ActionIcon
              onClick={() => picking.turn(!picking.on)}
              aria-label={t('Pick several')}
              aria-pressed={picking.on}
            >
              <IconChecks size={18} stroke={1.75} />
            </ActionIcon>
          </Hint>
        )}
        <Hint label={t('Keys')}>
          <ActionIcon onClick={onHelp} aria-label={t('Keys of the inbox')} visibleFrom="sm">
            <IconKeyboard size={18} stroke={1.75} />
          </ActionIcon>
        </Hint>
      </Group>
    </Group>
  );
}

interface LensProps {
  shown: boolean;
  on: boolean;
  words: string;
  onTurn: () => void;
}
function Lens({ shown, on, words, onTurn }: LensProps) {
  if (!shown && !on) return null;
  return (
    <Button size="compact-xs" variant={on ? 'light' : 'default'} aria-pressed={on} onClick={onTurn}>
      {words}
    </Button>
  );
}

type ControlProps = Pick<Props, 'view' | 'counts' | 'searchField' | 'query'>;
function Controls({ view, counts, searchField, query }: ControlProps) {
  const navigate = useNavigate();
  const go = (change: Partial<InboxView>) =>
    void navigate({ to: '/inbox', search: toSearch({ ...view, ...change }), replace: true });
  const { tab, q, forOthers } = view;
  const mine = tab === 'todo' || tab === 'snoozed';
  return (
    <Group px="md" gap="xs" pb={8}>
      <SegmentedControl
        fullWidth
        flex={1}
        size="xs"
        aria-label={t('Which tasks')}
        value={tab === 'snoozed' ? 'todo' : tab}
        onChange={(next) => go({ tab: next })}
        data={[
          { value: 'todo', label: t('To do {count}', { count: counts.todo }) },
          { value: 'waiting', label: tAs('others', 'Waiting') },
          { value: 'done', label: tAs('tasks', 'Done') },
        ]}
      />
      <TextInput
        ref={searchField}
        size="xs"
        w="100%"
        placeholder={t('Search tasks')}
        aria-label={t('Search tasks')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={q}
        onChange={(event) => go({ q: event.currentTarget.value })}
        // Back to the keys of the list.
        onKeyDown={({ key, currentTarget }) => (key === 'Enter' || key === 'Escape') && currentTarget.blur()}
      />
      {tab !== 'waiting' && (
        <Suspense fallback={<Button size="compact-xs" variant="default" disabled w={72} aria-hidden />}>
          <FilterMenu view={view} tasks={query.data ?? []} />
        </Suspense>
      )}
      {mine && (
        <>
          <Lens
            shown={counts.forOthers > 0}
            on={forOthers}
            words={t('For others {count}', { count: counts.forOthers })}
            onTurn={() => go({ forOthers: !forOthers })}
          />
          <Lens
            shown={counts.snoozed > 0}
            on={tab === 'snoozed'}
            words={t('Snoozed {count}', { count: counts.snoozed })}
            onTurn={() => go({ tab: tab === 'snoozed' ? 'todo' : 'snoozed' })}
          />
        </>
      )}
    </Group>
  );
}

export function TaskList(props: Props) {
  const { sections, view, taskId, searchField, query, picking, onWaiting, counts, onHelp, children } = props;
  const rows = useRef<HTMLDivElement>(null);
  const waitingTried = useTried(WaitingList, view.tab === 'waiting');
  const uses = useUses();
  useSteadyRows(rows);
  return (
    <div className={classes.list}>
      <Head {...{ picking, onHelp, view }} />
      <Controls {...{ view, counts, searchField, query }} />
      <div className={classes.rows} ref={rows}>
        {view.tab === 'waiting' ? (
          waitingTried ? (
            <WaitingList text={view.q} picking={picking} onList={onWaiting} />
          ) : (
            <Skeleton height={160} radius="md" />
          )
        ) : (
          <>
            {isPlain(view) && (
              <Suspense fallback={null}>
                <AskedToReopen />
                {uses('feedback-requests') && <AskedOfYou />}
              </Suspense>
            )}
            <Loaded query={query}>{() => <Sections {...{ sections, view, taskId, picking }} />}</Loaded>
          </>
        )}
      </div>
      {children}
    </div>
  );
}
