// The end of a form that is written at any time: whether its words are kept, the way out, and its verb.
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Saved, savedWords } from '../inbox/saved-words.ts';
import { CancelWriting } from './CancelWriting.tsx';

interface Props {
  saved: Saved;
  written: boolean;
  onDiscard: () => void;
  /** The button that sends it. */
  children: ReactNode;
}

export function WritingFooter({ saved, written, onDiscard, children }: Props) {
  return (
    <Group justify="space-between" gap="sm">
      <Text size="xs" c="var(--cw-muted)" aria-live="polite" style={{ flex: '1 1 180px' }}>
        {savedWords(saved)}
      </Text>
      <Group gap="sm" wrap="nowrap" ml="auto">
        <CancelWriting written={written} onDiscard={onDiscard} />
        {children}
      </Group>
    </Group>
  );
}
