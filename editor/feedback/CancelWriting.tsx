// The way out of a form: what was written goes only when the person says so.
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  /** There are words that would be lost. */
  written: boolean;
  onDiscard: () => void;
  size?: 'xs' | 'sm';
}

export function CancelWriting({ written, onDiscard, size = 'sm' }: Props) {
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size={size} onClick={written ? open : onDiscard}>
        {t('Cancel')}
      </Button>
      <Dialog opened={asking} onClose={close} title={t('Discard what you wrote?')}>
        <Text size="sm">{t('Nothing of it was sent, and it cannot be brought back.')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close} data-autofocus>
            {t('Keep writing')}
          </Button>
          <Button color="red" onClick={onDiscard}>
            {t('Discard')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
