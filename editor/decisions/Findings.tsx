// What is wrong with the table: each finding leads to its cell, and what shows it can be tried or made a rule.
import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Problem } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { summaryOf } from '../panels/problem-words.ts';
import styles from './decisions.module.css';

interface Props {
  problems: readonly Problem[];
  onGo(problem: Problem): void;
  onTry(example: NonNullable<Problem['counterexample']>): void;
  onAddRule(example: NonNullable<Problem['counterexample']>): void;
}

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle };

const severityWords = { error: t('error'), warning: t('warning'), info: t('info') };

export function Findings({ problems, onGo, onTry, onAddRule }: Props) {
  const { readOnly, run } = useEditing();
  return (
    <section aria-label={t('Problems of the table')}>
      <h3 className={styles.findingsTitle}>
        {problems.length === 0 ? t('No problems: every case has its rule.') : summaryOf(problems)}
      </h3>
      <ul className={styles.findingList}>
        {problems.map((problem) => {
          const { code, severity, pointer, message, counterexample, fixes = [] } = problem;
          const Icon = icons[severity];
          return (
            <li key={`${code} ${pointer} ${message}`} className={styles.finding}>
              <button type="button" className={styles.findingButton} onClick={() => onGo(problem)}>
                <Icon size={16} data-worst={severity} aria-label={severityWords[severity]} />
                <span>{message}</span>
                <code>{code}</code>
              </button>
              {counterexample && Object.keys(counterexample).length > 0 && (
                <Button size="compact-xs" variant="default" onClick={() => onTry(counterexample)}>
                  {t('Try these values')}
                </Button>
              )}
              {code === 'DEC-05' && counterexample && !readOnly && (
                <Button size="compact-xs" variant="default" onClick={() => onAddRule(counterexample)}>
                  {t('Add this rule')}
                </Button>
              )}
              {!readOnly &&
                fixes.map((fix) => (
                  <Button
                    key={fix.title}
                    size="compact-xs"
                    variant="default"
                    onClick={() => run({ type: 'mend', fix })}
                  >
                    {fix.title}
                  </Button>
                ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
