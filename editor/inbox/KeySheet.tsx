// The list of the keys of the inbox.
import { Kbd, Table } from '@mantine/core';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { inboxKeys } from './inbox-keys.ts';

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title={t('Keys of the inbox')}>
      <Table>
        <Table.Tbody>
          {inboxKeys.map(([key, act]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{act}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
