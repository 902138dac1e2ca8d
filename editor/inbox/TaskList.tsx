// The left pane: tabs, search, and the tasks in sections by due date.
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import type { Task } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { stageKindOf } from '../app/words/stage-kind-of.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import classes from './inbox.module.css';
import { type InboxSearch, type Section, toSearch } from './sort-tasks.ts';

const WaitingList = lazy(async () => ({ default: (await import('./WaitingList.tsx')).WaitingList }));

interface Props {
  sections: Section[];
  tab: string;
  q: string;
  /** Only those that the person works for somebody else. */
  forOthers: boolean;
  forOthersCount: number;
  taskId: string | undefined;
  searchField: RefObject<HTMLInputElement | null>;
  query: UseQueryResult<Task[]>;
  openCount: number;
  onHelp: () => void;
}

function Row({ task, current, search }: { task: Task; current: boolean; search: InboxSearch }) {
  const element = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <PlainLink
      ref={element}
      to="/inbox"
      search={{ ...toSearch(search), task: task.id }}
      className={classes.row}
      aria-current={current}
    >
      <StageKindIcon kind={stageKindOf(task.stageKind)} labelled />
      <span style={{ minWidth: 0 }}>
        <Text span display="block" size="sm" fw={500} truncate>
          {task.title}
        </Text>
        <Text span display="block" size="xs" c="var(--cw-muted)" truncate>
          {task.onBehalfOf
            ? t('For {person} · {component}', { component: task.componentName, person: task.onBehalfOf.name })
            : task.componentName}
        </Text>
      </span>
      {task.state === 'open' ? (
        <DueText at={task.dueAt} />
      ) : (
        <Text size="xs" c="var(--cw-muted)">
          {task.completedAt ? <TimeText at={task.completedAt} /> : t('closed')}
        </Text>
      )}
    </PlainLink>
  );
}

function Sections({
  sections,
  tab,
  q,
  forOthers,
  taskId,
}: Pick<Props, 'sections' | 'tab' | 'q' | 'forOthers' | 'taskId'>) {
  if (sections.length === 0) {
    const nothing = tab === 'done' ? t('Nothing done yet') : t('All done');
    return (
      <EmptyState title={q ? t('No task has these words') : nothing}>
        {q
          ? t('Search for fewer words, or clear the search.')
          : t('Tasks come when a plan reaches a stage that needs you.')}
      </EmptyState>
    );
  }
  return sections.map((section) => (
    <section key={section.id} aria-label={section.name}>
      <h2 className={classes.section}>
        {tab === 'done' ? tAs('tasks', 'Done') : section.name}
        <Badge size="xs" variant="light" color={section.id === 'late' ? 'red' : 'gray'}>
          {section.tasks.length}
        </Badge>
      </h2>
      {section.tasks.map((task) => (
        <Row key={task.id} task={task} current={task.id === taskId} search={{ tab, q, forOthers }} />
      ))}
    </section>
  ));
}

export function TaskList(props: Props) {
  const { sections, tab, q, forOthers, forOthersCount, taskId, searchField, query, openCount, onHelp } =
    props;
  const navigate = useNavigate();
  const go = (change: Partial<InboxSearch>) =>
    void navigate({ to: '/inbox', search: toSearch({ tab, q, forOthers, ...change }), replace: true });
  return (
    <div className={classes.list}>
      <Group px="md" pt="md" pb={8} justify="space-between" wrap="nowrap">
        <Title order={1} size="h2">
          {t('Inbox')}
        </Title>
        <Tooltip label={t('Keys')}>
          <ActionIcon onClick={onHelp} aria-label={t('Keys of the inbox')} visibleFrom="sm">
            <IconKeyboard size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group px="md" gap="xs" pb={8}>
        <SegmentedControl
          fullWidth
          flex={1}
          size="xs"
          aria-label={t('Which tasks')}
          value={tab}
          onChange={(next) => go({ tab: next })}
          data={[
            { value: 'todo', label: t('To do {count}', { count: openCount }) },
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
        />
        {(forOthers || forOthersCount > 0) && tab === 'todo' && (
          <Button
            size="compact-xs"
            variant={forOthers ? 'light' : 'default'}
            aria-pressed={forOthers}
            onClick={() => go({ forOthers: !forOthers })}
          >
            {t('For others {count}', { count: forOthersCount })}
          </Button>
        )}
      </Group>
      <div className={classes.rows}>
        {tab === 'waiting' ? (
          <Suspense fallback={<Skeleton height={160} radius="md" />}>
            <WaitingList text={q} />
          </Suspense>
        ) : (
          <Loaded query={query}>{() => <Sections {...{ sections, tab, q, forOthers, taskId }} />}</Loaded>
        )}
      </div>
    </div>
  );
}
