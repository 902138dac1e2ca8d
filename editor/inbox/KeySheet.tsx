// The keys of the inbox, in one table.
import { Kbd, Modal, Table } from '@mantine/core';
import { t } from '../language/index.ts';

const keys: [string, string][] = [
  [t('j or ↓'), t('Next task')],
  [t('k or ↑'), t('Previous task')],
  ['Enter', t('Into the form of the task')],
  ['e', t('Do the task: the same as its button')],
  ['x', t('Pick the task for an act on several')],
  [t('Shift x'), t('Pick all from the one picked last')],
  ['s', t('Snooze: out of the list until later')],
  ['a', t('Give the task to somebody else')],
  [t('Esc'), t('Close the task')],
  ['/', t('Search')],
  ['g i, g p, g o, g a', t('To the inbox, the plans, the organisation, the reports')],
  [t('Ctrl K'), t('Go anywhere')],
  ['?', t('This list')],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={t('Keys of the inbox')}>
      <Table>
        <Table.Tbody>
          {keys.map(([key, act]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{act}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
