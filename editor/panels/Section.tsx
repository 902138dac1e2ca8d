// One concern of the inspector; folded when it has nothing, unless a problem lies inside.
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditing } from './editing.ts';
import { problemsWithin } from './field-problems.ts';
import styles from './panels.module.css';

interface Props {
  title: string;
  /** JSON Pointer of what the section is about; the section opens when a field inside is wanted. */
  place: string;
  count?: number;
  children: ReactNode;
}

export function Section({ title, place, count, children }: Props) {
  const { problems, wanted } = useEditing();
  const troubled = count !== undefined && problemsWithin(problems, place).length > 0;
  const isWanted = wanted?.startsWith(place) ?? false;
  return (
    <details className={styles.section} open={count === undefined || count > 0 || troubled || isWanted}>
      <summary className={styles.summary}>
        {title}
        {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
      </summary>
      <Stack gap="sm" className={styles.body}>
        {children}
      </Stack>
    </details>
  );
}
