// Fields of a card that most tasks do without; open when one of them is set, wrong or wanted.
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditing } from './editing.ts';
import { problemsWithin } from './field-problems.ts';
import styles from './panels.module.css';

interface Props {
  title: string;
  /** JSON Pointers of what lies in it. */
  places: readonly string[];
  open: boolean;
  children: ReactNode;
}

export function Fold({ title, places, open, children }: Props) {
  const { problems, wanted } = useEditing();
  const isWanted = places.some(
    (place) => wanted?.startsWith(place) || problemsWithin(problems, place).length > 0,
  );
  return (
    <details className={styles.fold} open={open || isWanted}>
      <summary>{title}</summary>
      <Stack gap="xs" mt={8}>
        {children}
      </Stack>
    </details>
  );
}
