// How far a measure has come: a bar with a marker for today, the trend of its values, and whether one is overdue.
import { Badge, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { MeasureProgress, Progress } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { withUnit } from '../track-of.ts';
import styles from './progress.module.css';
import { placesOf, progressWords, sparkOf, sparkSize, staleWords, standingWords } from './progress-words.ts';

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

function Bar({ progress }: { progress: Progress }) {
  const places = placesOf(progress);
  return (
    <div
      className={styles.bar}
      data-standing={progress.standing}
      role="img"
      aria-label={progressWords(progress)}
    >
      <div className={styles.done} style={{ width: percent(places.actual) }} />
      <div className={styles.expected} style={{ left: percent(places.expected) }} />
    </div>
  );
}

function Trend({ trend, unit }: { trend: MeasureProgress['trend']; unit: string }) {
  const points = sparkOf(trend.map(({ value }) => value));
  const [first] = trend;
  const last = trend.at(-1);
  const end = points.at(-1);
  if (!first || !last || !end || trend.length < 2) return null;
  const said = t('Trend: from {first} to {last}', {
    first: withUnit(first.value, unit),
    last: withUnit(last.value, unit),
  });
  return (
    <svg
      role="img"
      aria-label={said}
      width={sparkSize.width}
      height={sparkSize.height}
      viewBox={`0 0 ${sparkSize.width} ${sparkSize.height}`}
    >
      <title>{said}</title>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles.line} />
      <circle cx={end.x} cy={end.y} r={2} className={styles.end} />
    </svg>
  );
}

export function MeasureProgressLine({ of, unit }: { of: MeasureProgress; unit: string }) {
  const { progress, trend } = of;
  const stale = staleWords(of);
  if (!progress && !stale && trend.length < 2) return null;
  return (
    <div className={styles.progress}>
      {progress && <Bar progress={progress} />}
      <Group gap={8} justify="space-between" wrap="wrap">
        <Text size="xs" c="var(--cw-muted)">
          {progress && (
            <>
              <strong className={styles.standing}>{standingWords[progress.standing]}</strong>
              {' · '}
              <span aria-hidden>{progressWords(progress)}</span>
            </>
          )}
        </Text>
        <Trend trend={trend} unit={unit} />
      </Group>
      {stale && (
        <Badge
          size="sm"
          variant="light"
          color="yellow"
          leftSection={<IconClockExclamation size={12} aria-hidden />}
          className={styles.stale}
        >
          {stale}
        </Badge>
      )}
    </div>
  );
}
