// Publishes the draft as a version that never changes, with a note on what is different.
import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';

interface Props {
  cycleId: string;
  flush: () => Promise<void>;
  onClose: () => void;
}

export function PublishDialog({ cycleId, flush, onClose }: Props) {
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const publish = useMutation({
    mutationFn: async () => {
      await flush();
      return post<CycleVersion>(`/cycles/${encodeURIComponent(cycleId)}/publish`, { note: note.trim() });
    },
    onSuccess: async ({ version }) => {
      told(`Version ${version} is published. New launches use it; running plans stay on theirs.`);
      onClose();
      await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      await client.invalidateQueries({ queryKey: ['cycles', 'versions', cycleId] });
    },
  });
  return (
    <Modal opened onClose={onClose} title="Publish a version">
      <Stack>
        <Text size="sm">
          A published version never changes. New launches use it; plans that run stay on the version that they
          began with.
        </Text>
        {publish.isError && <Failure error={publish.error} />}
        <Textarea
          label="What is different (optional)"
          autosize
          minRows={2}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          Publish version
        </Button>
      </Stack>
    </Modal>
  );
}
