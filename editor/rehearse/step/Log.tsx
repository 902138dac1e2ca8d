// What was done so far, the latest first: where it led, which guards were asked and what they looked at.
import { ActionIcon, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHistory } from '@tabler/icons-react';
import type { AskedGuard, Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import styles from '../rehearse.module.css';
import type { LogEntry, Rehearsal } from './rehearsal.ts';
import { askedIn, dayOf, movedWords, stageNames, stepWords, valuesWords } from './say.ts';

interface Props {
  rehearsal: Rehearsal;
  onBack(count: number): void;
}

function Asked({ guards }: { guards: readonly AskedGuard[] }) {
  if (guards.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>
        {guards.length === 1
          ? t('One guard was asked')
          : t('{count} guards were asked', { count: guards.length })}
      </summary>
      <ul className={styles.leads}>
        {guards.map(({ transition, guard, passed, values, after }) => (
          <li key={`${after} ${transition}`}>
            {passed ? (
              <IconCircleCheck
                size={15}
                color="var(--cw-outcome-meets)"
                aria-hidden
                className={styles.leadIcon}
              />
            ) : (
              <IconCircleX size={15} color="var(--cw-danger)" aria-hidden className={styles.leadIcon} />
            )}
            <span className={styles.leadText}>
              <code className={styles.guard}>{guard}</code>
              <span className={styles.muted}>
                {passed ? t('Held') : t('Did not hold')}
                {valuesWords(values) && `: ${valuesWords(values)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Entry({
  cycle,
  entry,
  number,
  isLast,
  onBack,
}: {
  cycle: Cycle;
  entry: LogEntry;
  number: number;
  isLast: boolean;
  onBack(count: number): void;
}) {
  return (
    <li className={styles.entry} data-refused={entry.refusal !== null || undefined}>
      <span className={styles.number}>{number}</span>
      <div className={styles.wayText}>
        <Text size="sm">{stepWords(cycle, entry)}</Text>
        <Text size="xs" c={entry.refusal === null ? 'var(--cw-muted)' : 'var(--cw-danger)'}>
          {dayOf(entry.after, entry.after.now)} · {movedWords(cycle, entry)}
        </Text>
        <Asked guards={askedIn(entry)} />
      </div>
      {!isLast && (
        <Hint label={t('Back to here')}>
          <ActionIcon aria-label={t('Back to step {number}', { number })} onClick={() => onBack(number)}>
            <IconHistory size={16} />
          </ActionIcon>
        </Hint>
      )}
    </li>
  );
}

export function Log({ rehearsal, onBack }: Props) {
  const { log, first, compiled } = rehearsal;
  const { cycle } = compiled;
  return (
    <ol className={styles.log} reversed aria-label={t('What happened so far')}>
      {log
        .map((entry, index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the log.
            key={index}
            cycle={cycle}
            entry={entry}
            number={index + 1}
            isLast={index === log.length - 1}
            onBack={onBack}
          />
        ))
        .toReversed()}
      <li className={styles.entry}>
        <span className={styles.number}>0</span>
        <div className={styles.wayText}>
          <Text size="sm">{t('The plan starts')}</Text>
          <Text size="xs" c="var(--cw-muted)">
            {dayOf(first, first.now)} · {stageNames(cycle, first.plan.stage)}
          </Text>
        </div>
      </li>
    </ol>
  );
}
