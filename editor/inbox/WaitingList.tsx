// What waits for others in the plans that the person may see: who owes the next act.
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { urgentPlansQuery } from '../app/api/plan-queries.ts';
import type { PlanItem, Wait } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { More, type PagedQuery } from '../app/parts/More.tsx';
import { useFirstLines } from '../app/parts/use-first-lines.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { t, viewerZone } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import type { PickedTask } from './bulk/bulk-acts.ts';
import { PickBox } from './bulk/PickBox.tsx';
import type { Picking } from './bulk/use-picks.ts';
import classes from './inbox.module.css';
import { LeftDrafts } from './LeftDrafts.tsx';

interface WaitingTask {
  plan: PlanItem;
  wait: Extract<Wait, { kind: 'task' }>;
}

/** Tasks of others, by due instant. */
export function waitingForOthers(plans: PlanItem[], me: string, text: string): WaitingTask[] {
  const all = plans.flatMap((plan) =>
    plan.waits.flatMap((wait) => (wait.kind === 'task' && wait.assignee?.id !== me ? [{ plan, wait }] : [])),
  );
  return all
    .filter(({ plan, wait }) =>
      `${plan.componentName} ${wait.title}`.toLowerCase().includes(text.toLowerCase()),
    )
    .sort((a, b) => ((a.wait.dueAt ?? '9') < (b.wait.dueAt ?? '9') ? -1 : 1));
}

interface Props {
  text: string;
  picking: Picking;
  /** Told what is shown, in its order. */
  onList: (list: PickedTask[]) => void;
}

const toPicked = ({ plan, wait }: WaitingTask): PickedTask => ({
  id: wait.taskId,
  title: wait.title,
  componentName: plan.componentName,
  dueAt: wait.dueAt,
});

/** As many as one act on many tasks takes. */
const mostAtOnce = 2_000;

/** Whoever picks from the list may pick all of it: then it is read to its end. */
function useWholeList(
  { hasNextPage, isFetchingNextPage, fetchNextPage }: PagedQuery,
  { isNeeded, count }: { isNeeded: boolean; count: number },
): void {
  const goesOn = isNeeded && hasNextPage && !isFetchingNextPage && count < mostAtOnce;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
}

export function WaitingList({ text, picking, onList }: Props) {
  const me = useMe();
  const plans = useInfiniteQuery(
    urgentPlansQuery({ status: 'active', waits: 'others', q: text || undefined }),
  );
  const items = plans.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = waitingForOthers(items, me.id, text);
  const drawn = useFirstLines(waiting.length);
  const shape = JSON.stringify(waiting.map(toPicked));
  useWholeList(plans, { isNeeded: picking.on, count: waiting.length });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when what is shown changes, nothing else.
  useEffect(() => onList(JSON.parse(shape)), [shape]);
  return (
    <>
      <LeftDrafts />
      <Loaded query={plans}>
        {() => {
          if (waiting.length === 0)
            return (
              <EmptyState title={t('Nobody keeps you waiting')}>
                {t('No plan that you see waits for someone else.')}
              </EmptyState>
            );
          return (
            <>
              <Text size="xs" c="var(--cw-muted)" px={8} pb={4}>
                {t('Days are counted by your own clock ({zone}).', { zone: viewerZone() })}
              </Text>
              {waiting.slice(0, drawn).map(({ plan, wait }) => (
                <div key={wait.taskId} className={classes.line}>
                  {picking.on && (
                    <PickBox
                      name={`${wait.title} · ${plan.componentName}`}
                      picked={picking.ids.has(wait.taskId)}
                      onPick={(range) => picking.pick(wait.taskId, range)}
                    />
                  )}
                  <PlainLink
                    to="/plans/$planId"
                    params={{ planId: plan.id }}
                    data-task={wait.taskId}
                    className={`${classes.row} ${classes.plain}`}
                  >
                    <span style={{ minWidth: 0 }}>
                      <Text span display="block" size="sm" fw={500} truncate>
                        {wait.title}
                      </Text>
                      <Text span display="block" size="xs" c="var(--cw-muted)" truncate>
                        {wait.assignee?.name ?? t('Nobody yet')}
                        {'\u00a0· '}
                        {plan.componentName}
                      </Text>
                    </span>
                    <DueText at={wait.dueAt} />
                  </PlainLink>
                </div>
              ))}
              <More query={plans} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
