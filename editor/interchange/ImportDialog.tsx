// A cycle from a file: what it is and what was lost on the way, then a new draft.
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { writeDraft } from '../app/api/cycle-queries.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { freshSlug } from '../cycles/blank-cycle.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { ChooseFile, Refusal } from './ChooseFile.tsx';
import { Remarks } from './Remarks.tsx';
import type { ReadDocument } from './read-document.ts';

interface Props {
  takenIds: string[];
  onClose: () => void;
}

export function ImportDialog({ takenIds, onClose }: Props) {
  const [read, setRead] = useState<ReadDocument | null>(null);
  return (
    <Dialog opened onClose={onClose} title={t('Import a cycle')} size="lg">
      <Stack>
        <ChooseFile
          label={t('File')}
          description={t(
            'A cycle document, a picture that was exported here, SCXML, or an XState machine as JSON.',
          )}
          accept=".json,.svg,.scxml,.xml"
          onRead={(_name, next) => setRead(next)}
        />
        {read && <Refusal read={read} wanted="cycle" />}
        {read?.kind === 'cycle' && <Take key={read.cycle.id} read={read} takenIds={takenIds} />}
      </Stack>
    </Dialog>
  );
}

function Take({ read, takenIds }: { read: Extract<ReadDocument, { kind: 'cycle' }>; takenIds: string[] }) {
  const { cycle, notation, remarks } = read;
  const [name, setName] = useState(cycle.name);
  const id = takenIds.includes(cycle.id) || name !== cycle.name ? freshSlug(name, takenIds) : cycle.id;
  const create = useCreate({ ...cycle, id, name: name.trim() });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          {notation === 'Cyclewright'
            ? t('Everything in the file is kept.')
            : remarks.length === 0
              ? t('Everything in the {notation} is kept.', { notation })
              : t(
                  'Read from {notation}; {count, plural, one {# thing} other {# things}} could not be kept as it was.',
                  { notation, count: remarks.length },
                )}
        </Text>
        {remarks.length > 0 && (
          <Stack gap="xs">
            <Title order={4}>{t('What was lost or changed')}</Title>
            <Remarks remarks={remarks} />
          </Stack>
        )}
        <TextInput
          label={t('Name')}
          description={t('Its id is {id}', { id })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {create.isError && <Failure error={create.error} />}
        <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
          {t('Make a draft of it')}
        </Button>
      </Stack>
    </form>
  );
}

function useCreate(cycle: Cycle) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => writeDraft(cycle, null),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      await navigate({ to: '/cycles/$cycleId', params: { cycleId: cycle.id } });
    },
  });
}
