// The keys of the inbox, in one table.
import { Kbd, Modal, Table } from '@mantine/core';

const keys: [string, string][] = [
  ['j or ↓', 'Next task'],
  ['k or ↑', 'Previous task'],
  ['Enter', 'Into the form of the task'],
  ['e', 'Do the task: the same as its button'],
  ['Esc', 'Close the task'],
  ['/', 'Search'],
  ['g i, g p, g o', 'To the inbox, the plans, the organisation'],
  ['Ctrl K', 'Go anywhere'],
  ['?', 'This list'],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keys of the inbox">
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
