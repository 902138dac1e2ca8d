// The notice of a change, with the way back beside it for as long as it stands.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from '../../language/index.ts';

interface Undoable {
  /** One notice for each; a later one takes the place of the one before. */
  id: string;
  words: string;
  undo: () => void;
}

export function tellUndoable({ id, words, undo }: Undoable): void {
  const back = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    id,
    autoClose: 15_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{words}</Text>
        <Button size="xs" variant="default" style={{ flex: 'none' }} onClick={back}>
          {t('Undo')}
        </Button>
      </Group>
    ),
  });
}
