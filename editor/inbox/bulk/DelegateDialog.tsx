// To whom tasks go, and why.
import { Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../app/api/organisation-queries.ts';
import { useMe } from '../../app/parts/use-permissions.ts';
import { t } from '../../language/index.ts';
import { GiveFields } from '../GiveFields.tsx';

interface Props {
  count: number;
  onClose: () => void;
  onChoose: (to: string, reason: string) => void;
}

export function DelegateDialog({ count, onClose, onChoose }: Props) {
  const people = useQuery(peopleQuery).data ?? [];
  const me = useMe();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Give {count, plural, one {# task} other {# tasks}} to somebody else', { count })}
    >
      <Stack>
        <GiveFields people={people.filter(({ id }) => id !== me.id)} act={t('Give away')} onGive={onChoose} />
      </Stack>
    </Modal>
  );
}
