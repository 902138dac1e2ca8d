// Makes an older version the draft again: one save over the draft as it is, which can be taken back at once.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Cycle } from '../../engine/index.ts';
import { readDraft, writeDraft } from '../app/api/cycle-queries.ts';
import { RequestError } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  cycleId: string;
  version: number;
  cycle: Cycle;
  onClose: () => void;
}

interface Restored {
  /** The draft as it was; null when there was none. */
  before: Cycle | null;
  etag: string | null;
}

async function restore(cycle: Cycle): Promise<Restored> {
  const draft = await readDraft(cycle.id).catch((error: unknown) => {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  });
  const { etag } = await writeDraft(cycle, draft?.etag ?? null);
  return { before: draft?.body ?? null, etag };
}

export function RestoreDialog({ cycleId, version, cycle, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const showDraft = async () => {
    await client.resetQueries({ queryKey: ['cycles', 'draft', cycleId] });
    await client.invalidateQueries({ queryKey: ['cycles', 'versions', cycleId] });
    await navigate({ to: '/cycles/$cycleId', params: { cycleId }, search: {} });
  };
  const takeBack = async (before: Cycle, etag: string | null) => {
    try {
      await writeDraft(before, etag);
      await showDraft();
      told(t('The draft is as it was before.'));
    } catch (error) {
      toldFailure(error);
    }
  };
  const act = useMutation({
    mutationFn: () => restore(cycle),
    onSuccess: async ({ before, etag }) => {
      onClose();
      await showDraft();
      const id = notifications.show({
        title: t('Version {version} is the draft again', { version }),
        autoClose: 30_000,
        message: before && (
          <Button
            size="compact-sm"
            variant="default"
            mt={4}
            onClick={() => {
              notifications.hide(id);
              void takeBack(before, etag);
            }}
          >
            {t('Undo: bring the replaced draft back')}
          </Button>
        ),
      });
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('Restore version {version} into the draft', { version })}>
      <Text size="sm" mb="md">
        {t(
          'The draft becomes what version {version} was, layout included. Published versions and plans that run stay as they are. You can take it back right after.',
          { version },
        )}
      </Text>
      {act.isError && <Failure error={act.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('Keep the draft')}
        </Button>
        <Button loading={act.isPending} onClick={() => act.mutate()} data-autofocus>
          {t('Restore version {version}', { version })}
        </Button>
      </Group>
    </Dialog>
  );
}
