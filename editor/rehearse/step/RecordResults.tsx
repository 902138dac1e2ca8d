// Results that come in while the plan is under way: all measures of a goal, or of all goals, go one of three ways.
import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { Play, ScenarioStep } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import styles from '../rehearse.module.css';
import { observing, presetScores } from './sample-given.ts';

interface Props {
  play: Play;
  onSteps(...steps: ScenarioStep[]): void;
}

const all = '*';

export function RecordResults({ play, onSteps }: Props) {
  const { goals, measures } = play.facts;
  const [goalId, setGoalId] = useState(all);
  if (measures.length === 0 || play.plan.status === 'ended') return null;
  const chosen = measures
    .filter((measure) => goalId === all || measure.goalId === goalId)
    .map(({ id }) => id);
  const options = [
    { value: all, label: t('All goals') },
    ...goals.map(({ id, title }) => ({ value: id, label: title || id })),
  ];
  return (
    <section className={styles.record} aria-label={t('Record results')}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600} flex={1}>
          {t('Results come in')}
        </Text>
        <Select
          size="xs"
          w={140}
          aria-label={t('Goal that the results are of')}
          data={options}
          value={goalId}
          allowDeselect={false}
          onChange={(value) => setGoalId(value ?? all)}
        />
      </Group>
      <Group gap={6}>
        {(['below', 'meets', 'exceeds'] as const).map((way) => (
          <Button
            key={way}
            size="compact-sm"
            variant="default"
            leftSection={<OutcomeShape outcome={way} />}
            onClick={() => onSteps(...observing(chosen, presetScores[way]))}
          >
            {outcomeStyle[way].words}
          </Button>
        ))}
      </Group>
    </section>
  );
}
