// How a component's priorities add up: a bar of their shares, what is missing to a hundred, and one press that mends it.
import { Button, Group, Text, Tooltip } from '@mantine/core';
import type { Goal } from '../../../engine/index.ts';
import { patch } from '../../app/api/request.ts';
import { numberText, t } from '../../language/index.ts';
import { useSaving } from '../use-saving.ts';
import { toHundred } from './hundred.ts';
import styles from './priorities.module.css';

function wordsOf(total: number): string {
  const number = numberText(Math.abs(100 - total), { maximumFractionDigits: 2 });
  if (total < 100) return t('The priorities add up to less than 100: {number} are missing.', { number });
  return t('The priorities add up to more than 100: {number} are too many.', { number });
}

export function PriorityMeter({ goals, mayChange }: { goals: Goal[]; mayChange: boolean }) {
  const open = goals.filter(({ status }) => status === 'open');
  const total = open.reduce((sum, { priority }) => sum + priority, 0);
  const spread = useSaving(
    async (wanted: number[]) => {
      for (const [place, goal] of open.entries())
        if (wanted[place] !== goal.priority)
          await patch(`/goals/${encodeURIComponent(goal.id)}`, {
            priority: wanted[place],
            reason: t('Spread to 100 in the same proportions.'),
          });
    },
    t('The priorities add up to 100.'),
    () => undefined,
  );
  if (open.length < 2 || total === 0) return null;
  const isWhole = Math.abs(total - 100) < 1e-9;
  const scale = Math.max(100, total);
  return (
    <div className={styles.meter}>
      <div className={styles.bar} role="img" aria-label={t('Priorities: {total} of 100', { total })}>
        {open.map((goal) => (
          <Tooltip
            key={goal.id}
            label={t('{goal}: {priority}', { goal: goal.title, priority: goal.priority })}
          >
            <div className={styles.part} style={{ width: `${(goal.priority / scale) * 100}%` }} />
          </Tooltip>
        ))}
      </div>
      <Group justify="space-between" gap="xs" mih={26}>
        <Text size="xs" c={isWhole ? 'var(--cw-muted)' : 'var(--cw-warning)'} aria-live="polite">
          {isWhole ? t('The priorities add up to 100.') : wordsOf(total)}
        </Text>
        {!isWhole && mayChange && (
          <Button
            size="compact-xs"
            variant="default"
            loading={spread.isPending}
            onClick={() => spread.mutate(toHundred(open.map(({ priority }) => priority)))}
          >
            {t('Spread them to 100')}
          </Button>
        )}
      </Group>
    </div>
  );
}
