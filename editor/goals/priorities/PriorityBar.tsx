// How priorities add up: a bar of their shares, what is missing to a hundred, and one press that mends it.
import { Button, Group, Text } from '@mantine/core';
import { numberText, t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import { toHundred } from './hundred.ts';
import styles from './priorities.module.css';

interface Part {
  id: string;
  title: string;
  priority: number;
}
interface Props {
  parts: readonly Part[];
  busy?: boolean;
  /** Absent: they are only looked at. In the order of the parts. */
  onSpread?: ((wanted: number[]) => void) | undefined;
}

function wordsOf(total: number): string {
  const number = numberText(Math.abs(100 - total), { maximumFractionDigits: 2 });
  if (total < 100) return t('The priorities add up to less than 100: {number} are missing.', { number });
  return t('The priorities add up to more than 100: {number} are too many.', { number });
}

export function PriorityBar({ parts, busy = false, onSpread }: Props) {
  const total = parts.reduce((sum, { priority }) => sum + priority, 0);
  if (parts.length < 2 || total === 0) return null;
  const isWhole = Math.abs(total - 100) < 1e-9;
  const scale = Math.max(100, total);
  return (
    <div className={styles.meter}>
      <div className={styles.bar} role="img" aria-label={t('Priorities: {total} of 100', { total })}>
        {parts.map((part) => (
          <Hint key={part.id} label={t('{goal}: {priority}', { goal: part.title, priority: part.priority })}>
            <div className={styles.part} style={{ width: `${(part.priority / scale) * 100}%` }} />
          </Hint>
        ))}
      </div>
      <Group justify="space-between" gap="xs" mih={26}>
        <Text size="xs" c={isWhole ? 'var(--cw-muted)' : 'var(--cw-warning)'} aria-live="polite">
          {isWhole ? t('The priorities add up to 100.') : wordsOf(total)}
        </Text>
        {!isWhole && onSpread && (
          <Button
            size="compact-xs"
            variant="default"
            loading={busy}
            onClick={() => onSpread(toHundred(parts.map(({ priority }) => priority)))}
          >
            {t('Spread them to 100')}
          </Button>
        )}
      </Group>
    </div>
  );
}
