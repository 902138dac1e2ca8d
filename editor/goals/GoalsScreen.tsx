// All goals that the person may see, by component: what they are about, what they serve, how they are measured.
import { Button, Center, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Component, Goal, Measure } from '../../engine/index.ts';
import { componentsQuery, goalsQuery, measuresQuery } from '../app/api/organisation-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { Cascade, Matrix } from './cascade/Cascade.tsx';
import { dimensions, GoalDialog } from './GoalDialog.tsx';
import { type GoalAct, GoalGroupCard } from './GoalGroupCard.tsx';
import { filterGroups, type GoalFilter, toGoalGroups } from './goal-lines.ts';
import { MeasureDialog } from './MeasureDialog.tsx';

const route = getRouteApi('/signed-in/goals');
const groupsAtOnce = 40;

function Filters({ filter, onChange }: { filter: GoalFilter; onChange: (patch: GoalFilter) => void }) {
  return (
    <Group gap="xs" mb="md">
      <TextInput
        w={240}
        placeholder={t('Goal, measure or component')}
        aria-label={t('Search goals')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
      <Select
        w={160}
        aria-label={t('Dimension')}
        placeholder={t('Any dimension')}
        clearable
        data={dimensions}
        value={filter.dimension ?? null}
        onChange={(next) => onChange({ dimension: next ?? undefined })}
      />
      <SegmentedControl
        aria-label={t('Which goals')}
        value={filter.show ?? 'all'}
        onChange={(next) => onChange({ show: next === 'all' ? undefined : next })}
        data={[
          { value: 'all', label: t('All') },
          { value: 'remarks', label: t('With remarks') },
        ]}
      />
    </Group>
  );
}

const views = [
  { value: 'list', label: t('By component') },
  { value: 'cascade', label: t('Cascade') },
  { value: 'matrix', label: t('Matrix') },
];

function Shown({ view, ...given }: GroupsProps & { view: string | undefined }) {
  if (view === 'cascade') return <Cascade goals={given.goals} components={given.components} />;
  if (view === 'matrix') return <Matrix goals={given.goals} components={given.components} />;
  return <Groups {...given} />;
}

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

interface GroupsProps {
  goals: Goal[];
  measures: Measure[];
  components: Component[];
  filter: GoalFilter;
}

function Groups({ goals, measures, components, filter }: GroupsProps) {
  const [shown, setShown] = useState(groupsAtOnce);
  const [act, setAct] = useState<GoalAct | null>(null);
  const mayChange = useMay()('goals.change');
  const groups = filterGroups(toGoalGroups({ goals, measures, components }), filter);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  if (groups.length === 0)
    return (
      <EmptyState title={t('No goal fits these filters')} icon={IconTarget}>
        {t('Search by other words, or take a filter away.')}
      </EmptyState>
    );
  return (
    <Stack gap="md">
      <Text size="sm" c="var(--cw-muted)" aria-live="polite">
        {t(
          '{goals, plural, one {# goal} other {# goals}} of {components, plural, one {# component} other {# components}}',
          { goals: count, components: groups.length },
        )}
      </Text>
      {groups.slice(0, shown).map((group) => (
        <GoalGroupCard key={group.componentId} group={group} onAct={mayChange ? setAct : null} />
      ))}
      {groups.length > shown && (
        <Center>
          <Button variant="default" onClick={() => setShown(shown + groupsAtOnce)}>
            {t('Show {count} more of {total}', {
              count: Math.min(groupsAtOnce, groups.length - shown),
              total: groups.length - shown,
            })}
          </Button>
        </Center>
      )}
      {act && <Dialogs act={act} onClose={() => setAct(null)} />}
    </Stack>
  );
}

export function GoalsScreen() {
  const { view, ...filter } = route.useSearch();
  const navigate = useNavigate();
  const goals = useQuery(goalsQuery());
  const measures = useQuery(measuresQuery());
  const components = useQuery(componentsQuery);
  const change = (patch: GoalFilter) =>
    void navigate({ to: '/goals', search: (before) => ({ ...before, ...patch }), replace: true });
  return (
    <>
      <PageTitle
        title={t('Goals')}
        about={t(
          'What each component is meant to achieve, which goal of the whole it serves, and how it is measured.',
        )}
      />
      <SegmentedControl
        aria-label={t('How goals are shown')}
        mb="sm"
        data={views}
        value={view ?? 'list'}
        onChange={(next) =>
          void navigate({
            to: '/goals',
            search: (before) => ({ ...before, view: next === 'list' ? undefined : next }),
            replace: true,
          })
        }
      />
      {(view ?? 'list') === 'list' && <Filters filter={filter} onChange={change} />}
      <Loaded query={goals} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              title={t('No goals yet')}
              icon={IconTarget}
              action={<ButtonLink to="/organisation">{t('Go to the organisation')}</ButtonLink>}
            >
              {t(
                'A goal belongs to a component: add it on the component’s page, in its plan, or by an import.',
              )}
            </EmptyState>
          ) : (
            <Loaded query={measures} lines={8}>
              {(allMeasures) => (
                <Loaded query={components} lines={8}>
                  {(allComponents) => (
                    <Shown
                      view={view}
                      goals={all}
                      measures={allMeasures}
                      components={allComponents}
                      filter={filter}
                    />
                  )}
                </Loaded>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </>
  );
}
