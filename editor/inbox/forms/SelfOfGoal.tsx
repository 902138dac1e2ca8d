// What somebody said of a goal of theirs, beside the fields in which others judge it.
import { Text } from '@mantine/core';
import type { Appraisal } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';

export function SelfOfGoal({ self, goalId }: Pick<Appraisal, 'self'> & { goalId: string }) {
  const told = self?.goals.find((goal) => goal.goalId === goalId);
  if (!told) return null;
  return (
    <div className={classes.told}>
      <Text size="xs" c="var(--cw-muted)">
        {t('How they see it themselves')}
      </Text>
      <Text size="sm">{told.text}</Text>
      {told.factors !== '' && (
        <Text size="sm">
          {t('What helped or hindered')}: {told.factors}
        </Text>
      )}
    </div>
  );
}
