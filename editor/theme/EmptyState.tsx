// What a screen shows when there is nothing: one sentence that explains, and the one next act.
import { Box, Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { type Icon, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: Icon;
}

export function EmptyState({ title, children, action, icon: Icon = IconInbox }: Props) {
  return (
    <Center py="xl" px="md">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <ThemeIcon variant="light" color="gray" size={48} radius="xl">
          <Icon size={24} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Title order={2} size="h3">
          {title}
        </Title>
        {children && <Text c="dimmed">{children}</Text>}
        {action && <Box mt="xs">{action}</Box>}
      </Stack>
    </Center>
  );
}
