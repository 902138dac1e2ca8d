// Goals by component, page by page as the server finds them, with the dialogs of those who may change them.
import { Stack, Text } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../app/parts/Loaded.tsx';
import { More } from '../app/parts/More.tsx';
import { useFirstLines } from '../app/parts/use-first-lines.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import { type GoalAct, GoalGroupCard } from './GoalGroupCard.tsx';
import { type GoalFilter, goalGroupsQuery } from './goal-queries.ts';
import { MeasureDialog } from './MeasureDialog.tsx';
import { NoGoals } from './NoGoals.tsx';

function Dialogs({ act, onClose }: { act: GoalAct; onClose: () => void }) {
  if (act.kind === 'goal') {
    const { componentId, goal, others = [] } = act;
    return (
      <GoalDialog componentId={componentId} others={others} {...(goal ? { goal } : {})} onClose={onClose} />
    );
  }
  const { goal, measure } = act;
  return <MeasureDialog goal={goal} {...(measure ? { measure } : {})} onClose={onClose} />;
}

function Nothing({ filter: { asOf, ...filter } }: { filter: GoalFilter }) {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (isFiltered)
    return (
      <EmptyState title={t('No goal fits these filters')} icon={IconTarget}>
        {t('Search by other words, or take a filter away.')}
      </EmptyState>
    );
  return <NoGoals asOf={asOf} />;
}

/** Components on a tall screen, each with a goal. */
const onScreen = 10;

export function GoalGroups({ filter }: { filter: GoalFilter }) {
  const query = useInfiniteQuery(goalGroupsQuery(filter));
  const [act, setAct] = useState<GoalAct | null>(null);
  const { asOf } = filter;
  const groups = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const drawn = useFirstLines(groups.length, onScreen);
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => {
        const count = pages[0]?.count;
        if (!count || count.goals === 0) return <Nothing filter={filter} />;
        return (
          <Stack gap="md" align="stretch">
            <Text size="sm" c="var(--cw-muted)" aria-live="polite">
              {t(
                '{goals, plural, one {# goal} other {# goals}} of {components, plural, one {# component} other {# components}}',
                { goals: count.goals, components: count.components },
              )}
            </Text>
            {groups.slice(0, drawn).map((group) => (
              <GoalGroupCard key={group.componentId} group={group} asOf={asOf} onAct={setAct} />
            ))}
            {drawn === groups.length && <More query={query} />}
            {act && <Dialogs act={act} onClose={() => setAct(null)} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}
