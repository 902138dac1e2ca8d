// Asks before a container goes, since what is inside goes with it.
import { Button, Group, Text } from '@mantine/core';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';

interface Props {
  names: readonly string[];
  onConfirm(): void;
  onClose(): void;
}

export function RemoveDialog({ names, onConfirm, onClose }: Props) {
  return (
    <Dialog opened onClose={onClose} title={t('Delete {names}?', { names: names.join(', ') })}>
      <Text size="sm">
        {t('The stages inside and the transitions to them go as well. Undo brings them back.')}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('Keep')}
        </Button>
        <Button color="red" onClick={onConfirm} data-autofocus>
          {t('Delete')}
        </Button>
      </Group>
    </Dialog>
  );
}
