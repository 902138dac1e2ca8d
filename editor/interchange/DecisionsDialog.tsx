// Decision tables of a DMN file for the cycle that is being edited: looked at first, then taken as one step.
import { Button, List, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useEditing } from '../panels/editing.ts';
import { ChooseFile, Refusal } from './ChooseFile.tsx';
import { Remarks } from './Remarks.tsx';
import type { ReadDocument } from './read-document.ts';

export function DecisionsDialog({ onClose }: { onClose: () => void }) {
  const { cycle, run, say } = useEditing();
  const [read, setRead] = useState<ReadDocument | null>(null);
  const tables = read?.kind === 'decisions' ? Object.keys(read.read.decisions) : [];
  const take = () => {
    if (read?.kind !== 'decisions') return;
    const { decisions, types } = read.read;
    const result = run({ type: 'take-decisions', decisions, types });
    if (result.kind === 'applied') say(`${tables.length} decisions read.`);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Read decision tables" size="lg">
      <Stack>
        <ChooseFile
          label="DMN file"
          description="DMN 1.1 to 1.5. Decisions of the same name are replaced; undo brings them back."
          accept=".dmn,.xml"
          onRead={(_name, next) => setRead(next)}
        />
        {read && <Refusal read={read} wanted="decisions" />}
        {read?.kind === 'decisions' && (
          <>
            <List size="sm">
              {tables.map((name) => (
                <List.Item key={name}>
                  {name}
                  {cycle.decisions?.[name] ? ', in place of the one of that name' : ', new'}
                </List.Item>
              ))}
            </List>
            {read.read.inputs.length > 0 && (
              <Text size="sm">They look at {read.read.inputs.join(', ')}: the cycle must have these.</Text>
            )}
            {read.remarks.length > 0 && (
              <Stack gap="xs">
                <Title order={4}>What was changed</Title>
                <Remarks remarks={read.remarks} />
              </Stack>
            )}
            <Button onClick={take} disabled={tables.length === 0}>
              {tables.length === 1 ? 'Take the decision' : `Take ${tables.length} decisions`}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  );
}
