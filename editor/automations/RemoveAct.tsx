// Asks before a source or a subscription goes: the other side is not told, and its secret is worth nothing from then on.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { useOneAtATime } from '../app/parts/use-one-at-a-time.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  kind: 'sources' | 'subscriptions';
  id: string;
  name: string;
  /** What follows from it. */
  children: string;
}

function Asking({ kind, id, name, children, onClose }: Props & { onClose: () => void }) {
  const client = useQueryClient();
  const once = useOneAtATime();
  const removing = useMutation({
    mutationFn: () => ask(`/api/v1/${kind}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: async () => {
      told(t('“{name}” is gone.', { name }));
      onClose();
      await Promise.all([kind, 'deliveries'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <Stack>
      <Text size="sm">{children}</Text>
      {removing.isError && <Failure error={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('Keep')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={() => once(() => removing.mutateAsync())}>
          {t('Remove it for good')}
        </Button>
      </Group>
    </Stack>
  );
}

export function RemoveAct(props: Props) {
  const { name } = props;
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="red"
        aria-label={t('Remove “{name}”', { name })}
        onClick={open}
      >
        {t('Remove')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('Remove “{name}”', { name })}>
        <Asking {...props} onClose={close} />
      </Dialog>
    </>
  );
}
