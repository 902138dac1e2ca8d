// What the figures say of a goal, in a line for each measure: beside what a person writes of it.
import { Text } from '@mantine/core';
import { latestOf } from '../../goals/GoalCard.tsx';
import { standardWords, withUnit } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import type { useGoalFacts } from '../goal-facts.ts';
import type { Material } from '../material.ts';

interface Props {
  goalId: string;
  facts: ReturnType<typeof useGoalFacts>;
  observations: Material['observations'];
}

export function GoalFigures({ goalId, facts, observations }: Props) {
  const measures = facts.goals.find(({ goal }) => goal.id === goalId)?.measures ?? [];
  if (measures.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('Nothing measures this goal.')}
      </Text>
    );
  return (
    <div>
      {measures.map((measure) => {
        const value = facts.measurements[measure.id] ?? latestOf(observations, measure.id)?.value;
        return (
          <Text size="sm" key={measure.id} style={{ overflowWrap: 'anywhere' }}>
            {measure.title}: <strong>{withUnit(value ?? null, measure.unit)}</strong>{' '}
            <Text span size="xs" c="var(--cw-muted)">
              {standardWords(measure)}
            </Text>
          </Text>
        );
      })}
    </div>
  );
}
