// The goals of a component with their measures; those who may add and change them here.
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconRuler2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Goal, type Measure, planPriority } from '../../engine/index.ts';
import { goalsQuery, measuresQuery, observationsQuery } from '../app/api/organisation-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { GoalCard, latestOf } from './GoalCard.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import { JudgedBy } from './JudgedBy.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { PriorityMeter } from './priorities/PriorityMeter.tsx';
import { StandardsDialog } from './StandardsDialog.tsx';
import { useJudgedBy } from './use-judged-by.ts';

type Opened =
  | { kind: 'goal'; goal?: Goal }
  | { kind: 'measure'; goal: Goal }
  | { kind: 'standards'; measure: Measure };

export function ComponentGoals({ componentId }: { componentId: string }) {
  const goals = useQuery(goalsQuery(componentId));
  const measures = useQuery(measuresQuery(componentId)).data ?? [];
  const observations = useQuery(observationsQuery(componentId)).data ?? [];
  const [opened, setOpened] = useState<Opened | null>(null);
  const mayChange = useMay()('goals.change');
  const isJudgedBy = useJudgedBy(componentId);
  const may = mayChange && !isJudgedBy;
  const close = () => setOpened(null);
  const total = goals.data?.reduce((sum, goal) => sum + planPriority(goal), 0) ?? 0;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t('Goals')}</Title>
        {may && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => setOpened({ kind: 'goal' })}
          >
            {t('Add a goal')}
          </Button>
        )}
      </Group>
      {mayChange && isJudgedBy && <JudgedBy />}
      <Loaded query={goals}>
        {(own) => (
          <>
            {own.length === 0 && (
              <Text c="var(--cw-muted)">
                {t('It has no goals of its own: its parts make up its score, if it has any.')}
              </Text>
            )}
            <PriorityMeter componentId={componentId} goals={own} mayChange={may} />
            {own.map((goal) => (
              <GoalCard
                key={goal.id}
                goal={goal}
                measures={measures.filter((measure) => measure.goalId === goal.id)}
                observations={observations}
                share={total > 0 ? planPriority(goal) / total : undefined}
                actions={
                  may && (
                    <>
                      <Hint label={t('Change the goal')}>
                        <ActionIcon
                          aria-label={t('Change {goal}', { goal: goal.title })}
                          onClick={() => setOpened({ kind: 'goal', goal })}
                        >
                          <IconPencil size={16} />
                        </ActionIcon>
                      </Hint>
                      <Hint label={t('Add a measure')}>
                        <ActionIcon
                          aria-label={t('Add a measure to {goal}', { goal: goal.title })}
                          onClick={() => setOpened({ kind: 'measure', goal })}
                        >
                          <IconPlus size={16} />
                        </ActionIcon>
                      </Hint>
                    </>
                  )
                }
                measureActions={(measure) =>
                  may && (
                    <Hint label={t('Set the standard')}>
                      <ActionIcon
                        size="sm"
                        aria-label={t('Set the standard of {measure}', { measure: measure.title })}
                        onClick={() => setOpened({ kind: 'standards', measure })}
                      >
                        <IconRuler2 size={16} />
                      </ActionIcon>
                    </Hint>
                  )
                }
              />
            ))}
          </>
        )}
      </Loaded>
      {opened?.kind === 'goal' && (
        <GoalDialog others={goals.data ?? []} componentId={componentId} goal={opened.goal} onClose={close} />
      )}
      {opened?.kind === 'measure' && <MeasureDialog goal={opened.goal} onClose={close} />}
      {opened?.kind === 'standards' && (
        <StandardsDialog
          measure={opened.measure}
          goals={goals.data ?? []}
          observations={observations}
          value={latestOf(observations, opened.measure.id)?.value}
          onClose={close}
        />
      )}
    </Stack>
  );
}
