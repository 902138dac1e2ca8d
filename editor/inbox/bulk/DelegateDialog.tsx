// To whom tasks go, and why.
import { Stack } from '@mantine/core';
import { useMe } from '../../app/parts/use-permissions.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { GiveFields } from '../GiveFields.tsx';

interface Props {
  count: number;
  onClose: () => void;
  onChoose: (to: string, reason: string) => void;
}

export function DelegateDialog({ count, onClose, onChoose }: Props) {
  const me = useMe();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('Give {count, plural, one {# task} other {# tasks}} to somebody else', { count })}
    >
      <Stack>
        <GiveFields count={count} without={me.id} act={t('Give away')} onGive={onChoose} />
      </Stack>
    </Dialog>
  );
}
