// One task: what it is, why this person has it, the evidence, its form, and what was said about it.
import { Alert, Badge, Box, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconUserOff, IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { taskQuery } from '../app/api/task-queries.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { saidInWords, shortDate } from '../app/words/due.ts';
import { stageKindOf } from '../app/words/stage-kind-of.ts';
import { retell, t, tAs, tx } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { Claim } from './Claim.tsx';
import { Comments } from './Comments.tsx';
import { readDraft } from './draft-store.ts';
import { EarlierDrafts } from './EarlierDrafts.tsx';
import { Evidence } from './Evidence.tsx';
import classes from './inbox.module.css';
import { type Material, useMaterial } from './material.ts';
import { TaskActs } from './TaskActs.tsx';
import { type Completed, TaskForm } from './TaskForm.tsx';
import { OnWritten } from './task-drafts.ts';

interface Props {
  id: string;
  onBack: () => void;
  completed: Completed;
}

function Heading({ task }: { task: TaskDetail }) {
  return (
    <Stack gap={4} mb="md">
      <Group gap={6} align="flex-start" c="var(--cw-muted)">
        <Group gap={6} wrap="nowrap" align="flex-start">
          <Box pt={2} lh={1}>
            <StageKindIcon kind={stageKindOf(task.stageKind)} size={16} />
          </Box>
          <Text size="sm">
            <span>{task.stageName}</span>
            <span aria-hidden>{'\u00a0· '}</span>
            {task.mayRead.plan ? (
              <AnchorLink to="/plans/$planId" params={{ planId: task.planId }} inherit>
                {task.componentName}
              </AnchorLink>
            ) : (
              task.componentName
            )}
          </Text>
        </Group>
        {task.state === 'open' && (
          <DueText at={task.dueAt} soonAt={task.dueSoonAt} zone={task.dueZone} size="sm" />
        )}
      </Group>
      <Title order={2}>{retell(task.title)}</Title>
      {task.onBehalfOf && (
        <Badge variant="light" color="indigo" leftSection={<IconUserShare size={12} aria-hidden />}>
          {task.awayUntil
            ? t('For {person}, on leave until {day}', {
                person: task.onBehalfOf.name,
                day: shortDate(task.awayUntil),
              })
            : t('For {person}', { person: task.onBehalfOf.name })}
        </Badge>
      )}
      {!task.onBehalfOf && task.assignee && task.awayUntil && (
        <Text size="sm" c="var(--cw-muted)">
          {t('It waits for {person}, who is on leave until {day}.', {
            person: task.assignee.name,
            day: shortDate(task.awayUntil),
          })}
        </Text>
      )}
      {!task.onBehalfOf && (
        <Text c="var(--cw-muted)" maw="72ch">
          {saidInWords(task.why)}
        </Text>
      )}
      {task.description && <Text maw="72ch">{task.description}</Text>}
      {task.completions.needed > 1 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('{done} of {needed} have done it.', {
            done: task.completions.done,
            needed: task.completions.needed,
          })}
        </Text>
      )}
    </Stack>
  );
}

function Settled({ task }: { task: TaskDetail }) {
  return (
    <Alert
      color="teal"
      icon={<IconCircleCheck aria-hidden />}
      title={task.state === 'completed' ? tAs('tasks', 'Done') : t('No longer needed')}
    >
      {task.state === 'completed' && task.completedAt
        ? tx('{person} did this on {time}.', {
            person: task.completedBy?.name ?? t('Somebody'),
            time: <TimeText at={task.completedAt} />,
          })
        : t('The plan has moved on, so this task was closed.')}
    </Alert>
  );
}

function WordOfGone({ task }: { task: TaskDetail }) {
  return (
    <Alert
      color="yellow"
      icon={<IconUserOff aria-hidden />}
      title={t('{person} has left', { person: task.onBehalfOf?.name ?? t('Somebody') })}
    >
      {t(
        'Nobody says this for them. HR names who speaks for them, or who answers for {component} now, or cancels the plan.',
        { component: task.componentName },
      )}
    </Alert>
  );
}

const WhyAsked = latePart(async () => (await import('./page/WhyAsked.tsx')).WhyAsked);
const AppraisalPanel = latePart(async () => (await import('../ratings/AppraisalPanel.tsx')).AppraisalPanel);
const Written = latePart(async () => (await import('../ratings/Written.tsx')).Written);
const GivenAppraisal = latePart(async () => (await import('./page/GivenAppraisal.tsx')).GivenAppraisal);
const OfOther = latePart(async () => (await import('./page/OfOther.tsx')).OfOther);
const GivenAnswer = latePart(async () => (await import('./page/GivenAnswer.tsx')).GivenAnswer);
const AskReopening = latePart(async () => (await import('./reopenings/AskReopening.tsx')).AskReopening);

/** What has to be done before anybody can work it; null: nothing. */
function beforeWork(task: TaskDetail) {
  const isOfGone = task.state === 'open' && task.isWordOfGone;
  if (!isOfGone && !task.mayClaim) return null;
  return <Box mb="md">{isOfGone ? <WordOfGone task={task} /> : <Claim task={task} />}</Box>;
}

const isOfOther = ({ state, mayWork, mayClaim, isWordOfGone }: TaskDetail): boolean =>
  state === 'open' && !mayWork && !mayClaim && !isWordOfGone;

/**
 * Settled while it is open here: what was written into it stays in sight. What the reader gave themselves, in another tab
 * perhaps, took their draft with it.
 */
function useWritten({ id, state, completedBy }: TaskDetail, material: Material | null) {
  const me = useMe().id;
  const [isBegun] = useState(state === 'open');
  const [isTyped, setTyped] = useState(false);
  const isMine = completedBy?.id === me;
  const isDrafted = !!material?.drafts?.own || readDraft(localStorage, me, id) !== null;
  const isWritten = isBegun && (isTyped || (isDrafted && !isMine));
  return { isWritten, isTyped, onWritten: () => setTyped(true) };
}

function Work({ task, completed }: { task: TaskDetail; completed: Completed }) {
  const material = useMaterial(task);
  const { isWritten, isTyped, onWritten } = useWritten(task, material);
  const isTheirs = isOfOther(task) && !isTyped;
  const before = beforeWork(task);
  const showsForm = !before && !isTheirs && (task.state === 'open' || isWritten);
  if (!material) return <Skeleton height={320} radius="md" />;
  return (
    <>
      <Suspense>
        <WhyAsked task={task} plan={material.plan} />
        {/* Before all that it rests on, which is long on a telephone. */}
        {isTheirs && <OfOther task={task} own={material.drafts?.own ?? null} />}
      </Suspense>
      {before}
      <div className={classes.columns} data-alone={material.plan === null || undefined}>
        <Stack gap="md">
          {/* Who signs, disputes or decides reads first what was judged. */}
          <Suspense>
            {material.plan && (
              <>
                <AppraisalPanel planId={task.planId} />
                <Written planId={task.planId} />
              </>
            )}
          </Suspense>
          <Evidence material={material} />
        </Stack>
        <Stack gap="md">
          {task.state === 'open' && <EarlierDrafts earlier={material.drafts?.earlier ?? []} />}
          {task.state !== 'open' && (
            <>
              <Settled task={task} />
              <Suspense>
                <GivenAppraisal task={task} goals={material.goals} />
                <GivenAnswer task={task} goals={material.goals} />
              </Suspense>
            </>
          )}
          <Suspense>{task.reopening && <AskReopening task={task} reopening={task.reopening} />}</Suspense>
          <OnWritten value={onWritten}>
            {showsForm && <TaskForm material={material} {...completed} />}
          </OnWritten>
          <Comments task={task} />
          {task.state === 'open' && <TaskActs task={task} />}
        </Stack>
      </div>
    </>
  );
}

export function TaskPane({ id, onBack, completed }: Props) {
  const query = useQuery(taskQuery(id));
  useCrumb(query.data?.title ?? '');
  return (
    <div className={classes.inside}>
      <Button
        variant="subtle"
        size="compact-sm"
        hiddenFrom="sm"
        mb="sm"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={onBack}
      >
        {t('All tasks')}
      </Button>
      <Loaded query={query} lines={8} what="task">
        {(task) => (
          <>
            <Heading task={task} />
            <Work task={task} completed={completed} />
          </>
        )}
      </Loaded>
    </div>
  );
}
