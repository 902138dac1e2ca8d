// Somebody else saved the draft first: keep this one, or take theirs.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '../app/parts/Failure.tsx';

interface Props {
  opened: boolean;
  onMine: () => Promise<void>;
  onTheirs: () => Promise<void>;
}

export function ConflictDialog({ opened, onMine, onTheirs }: Props) {
  const choose = useMutation({ mutationFn: (act: () => Promise<void>) => act() });
  return (
    <Modal
      opened={opened}
      onClose={() => {}}
      withCloseButton={false}
      title="Somebody else changed this draft"
    >
      <Text size="sm" mb="md">
        Your changes are kept in this window and not saved yet. Keep yours, which replaces what the other
        person saved; or take theirs, which drops yours.
      </Text>
      {choose.isError && <Failure error={choose.error} />}
      <Group justify="flex-end">
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(onTheirs)}>
          Take theirs
        </Button>
        <Button loading={choose.isPending} onClick={() => choose.mutate(onMine)}>
          Keep mine
        </Button>
      </Group>
    </Modal>
  );
}
