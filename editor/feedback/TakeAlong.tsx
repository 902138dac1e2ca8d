// The person's feedback as a file. Private notes are not part of it; the server leaves them out.
import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import type { Feedback } from '../app/api/wire.ts';
import { toldFailure } from '../app/parts/told.ts';
import { saveFile } from '../interchange/save-file.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';

export function TakeAlong() {
  const take = useMutation({
    mutationFn: () => getAll<Feedback>('/feedback/export'),
    onSuccess: (items) => saveFile('feedback.json', JSON.stringify(items, null, 2), 'application/json'),
    onError: toldFailure,
  });
  const words = t('Take your feedback along, without private notes');
  return (
    <Hint label={words}>
      <ActionIcon
        size="lg"
        variant="default"
        aria-label={words}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
    </Hint>
  );
}
