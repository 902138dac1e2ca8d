// More unsaved work than one page can show was found: what another tab left is brought back once this is saved.
import { Button, Stack, Text } from '@mantine/core';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';

export function MoreLeft({ drawnAt, onBring }: { drawnAt: string; onBring(): void }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        {t('Another tab was lost with changes of {time} that are not saved.', { time: clockTime(drawnAt) })}
      </Text>
      <Button size="compact-sm" variant="light" onClick={onBring}>
        {t('Bring them back')}
      </Button>
    </Stack>
  );
}
