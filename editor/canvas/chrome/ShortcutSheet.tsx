// The shortcuts, from the same table that makes them work.
import { Group, Kbd, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { groupWords, keyNames, shortcuts } from '../shortcuts.ts';

export function ShortcutSheet({ onClose }: { onClose(): void }) {
  const groups = Object.entries(Object.groupBy(shortcuts, ({ group }) => groupWords[group]));
  return (
    <Dialog opened onClose={onClose} title={t('Shortcuts')} size="xl">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {groups.map(([group, list]) => (
          <Stack key={group} gap={6}>
            <Title order={4}>{group}</Title>
            {(list ?? []).map(({ id, keys, words }) => (
              <Group key={id} justify="space-between" wrap="nowrap">
                <Text size="sm">{words}</Text>
                <Group gap={4} wrap="nowrap">
                  {keyNames(keys).map((key) => (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Dialog>
  );
}
