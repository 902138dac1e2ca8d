// Decision tables of a DMN file for the cycle that is being edited: looked at first, then taken as one step.
import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { Dialog } from '../theme/Dialog.tsx';
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
    if (result.kind === 'applied') say(t('{count} decisions read.', { count: tables.length }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('Read decision tables')} size="lg">
      <Stack>
        <ChooseFile
          label={t('DMN file')}
          description={t('DMN 1.1 to 1.5. Decisions of the same name are replaced; undo brings them back.')}
          accept=".dmn,.xml"
          onRead={(_name, next) => setRead(next)}
        />
        {read && <Refusal read={read} wanted="decisions" />}
        {read?.kind === 'decisions' && (
          <>
            <List size="sm">
              {tables.map((name) => (
                <List.Item key={name}>
                  {cycle.decisions?.[name]
                    ? t('{name}, in place of the one of that name', { name })
                    : t('{name}, new', { name })}
                </List.Item>
              ))}
            </List>
            {read.read.inputs.length > 0 && (
              <Text size="sm">
                {t('They look at {inputs}: the cycle must have these.', {
                  inputs: read.read.inputs.join(', '),
                })}
              </Text>
            )}
            {read.remarks.length > 0 && (
              <Stack gap="xs">
                <Title order={4}>{t('What was changed')}</Title>
                <Remarks remarks={read.remarks} />
              </Stack>
            )}
            <Button onClick={take} disabled={tables.length === 0}>
              {tables.length === 1
                ? t('Take the decision')
                : t('Take {count} decisions', { count: tables.length })}
            </Button>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
