// What waits for others in the plans that the person may see: who owes the next act.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { plansQuery } from '../app/api/plan-queries.ts';
import type { PlanItem, Wait } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
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

export function WaitingList({ text }: { text: string }) {
  const me = useMe();
  const plans = useQuery(plansQuery({ status: 'active' }));
  return (
    <>
      <LeftDrafts />
      <Loaded query={plans}>
        {(items) => {
          const waiting = waitingForOthers(items, me.id, text);
          if (waiting.length === 0)
            return (
              <EmptyState title={t('Nobody keeps you waiting')}>
                {t('No plan that you see waits for someone else.')}
              </EmptyState>
            );
          return waiting.map(({ plan, wait }) => (
            <PlainLink
              key={wait.taskId}
              to="/plans/$planId"
              params={{ planId: plan.id }}
              className={classes.row}
            >
              <span />
              <span style={{ minWidth: 0 }}>
                <Text span display="block" size="sm" fw={500} truncate>
                  {wait.title}
                </Text>
                <Text span display="block" size="xs" c="var(--cw-muted)" truncate>
                  {wait.assignee?.name ?? t('Nobody yet')} · {plan.componentName}
                </Text>
              </span>
              <DueText at={wait.dueAt} />
            </PlainLink>
          ));
        }}
      </Loaded>
    </>
  );
}
