// Somebody else was quicker: what the server said, and that what was typed is still in the form.
import { Button, Group, Stack, Text } from '@mantine/core';
import type { RequestError } from '../app/api/request.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

export function DoneMeanwhile({ error, onClose }: { error: RequestError; onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title={t('This task changed meanwhile')}>
      <Stack>
        <Text size="sm">{error.problem.detail}</Text>
        <Text size="sm">
          {t('What you typed is kept: it stays in the form behind this, and among the drafts that you left.')}
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {t('Back to what I typed')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
