// Says over a page that it shows another day than today, and leads back.
import { Alert, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';

export function AsOfBanner({ asOf, back, children }: { asOf: string; back: ReactNode; children: ReactNode }) {
  return (
    <Alert
      mb="md"
      color="yellow"
      icon={<IconHistory aria-hidden />}
      title={t('As of {day}', { day: shortDate(asOf) })}
      role="status"
    >
      <Group justify="space-between" gap="xs">
        <span>{children}</span>
        {back}
      </Group>
    </Alert>
  );
}
