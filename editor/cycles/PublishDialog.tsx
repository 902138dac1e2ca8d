// Publishes the draft as a version that never changes, or asks a second person to approve it; with a note on what is
// different.
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { CycleVersion, PublishRequest } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told } from '../app/parts/told.ts';
import { settingsQuery } from '../approvals/approval-queries.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  cycleId: string;
  flush: () => Promise<void>;
  onClose: () => void;
}

function usePublishing({ cycleId, flush, onClose }: Props, note: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const at = `/cycles/${encodeURIComponent(cycleId)}`;
  const publish = useMutation({
    mutationFn: async () => {
      await flush();
      return post<CycleVersion>(`${at}/publish`, { note });
    },
    onSuccess: async ({ version }) => {
      told(
        t('Version {version} is published. New launches use it; running plans stay on theirs.', { version }),
      );
      onClose();
      await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      await client.invalidateQueries({ queryKey: ['cycles', 'versions', cycleId] });
    },
  });
  const ask = useMutation({
    mutationFn: async () => {
      await flush();
      return post<PublishRequest>(`${at}/publish-requests`, { note });
    },
    onSuccess: async ({ id }) => {
      told(t('Whoever may approve it is told. You can go on drawing: what you asked for stays as it is.'));
      onClose();
      await client.invalidateQueries({ queryKey: ['publish-requests'] });
      await navigate({ to: '/cycles/$cycleId/approval', params: { cycleId }, search: { request: id } });
    },
  });
  return { publish, ask };
}

export function PublishDialog(props: Props) {
  const [note, setNote] = useState('');
  const settings = useQuery({ ...settingsQuery, staleTime: 0 });
  const { publish, ask } = usePublishing(props, note.trim());
  const form = (secondPerson: boolean) => {
    const act = secondPerson ? ask : publish;
    return (
      <Stack>
        <Text size="sm">
          {secondPerson
            ? t(
                'A second person looks at what changes and approves it, or returns it to you. What you ask for is published exactly as it is now.',
              )
            : t(
                'A published version never changes. New launches use it; plans that run stay on the version that they began with.',
              )}
        </Text>
        {act.isError && <Failure error={act.error} />}
        <Textarea
          label={secondPerson ? t('What is different') : t('What is different (optional)')}
          withAsterisk={secondPerson}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          loading={act.isPending}
          disabled={secondPerson && note.trim() === ''}
          onClick={() => act.mutate()}
        >
          {secondPerson ? t('Ask for approval') : t('Publish version')}
        </Button>
      </Stack>
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('Publish a version')}>
      <Loaded query={settings} lines={3}>
        {({ secondPerson }) => form(secondPerson)}
      </Loaded>
    </Dialog>
  );
}
