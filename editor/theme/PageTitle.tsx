// The first thing in a page's content: its title, one sentence for a newcomer, and the page's acts.
import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** null: it is on its way, and its place is kept, so that the page does not jump. */
  about?: ReactNode;
  actions?: ReactNode;
}

export function PageTitle({ title, about, actions }: Props) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg" wrap="wrap">
      <Box style={{ flex: '1 1 280px', minWidth: 0 }}>
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {about !== undefined && (
          <Text
            c="dimmed"
            maw="72ch"
            mt={4}
            mih={about === null ? { base: '3em', sm: '1.5em' } : undefined}
            style={{ textWrap: 'pretty' }}
          >
            {about}
          </Text>
        )}
      </Box>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
