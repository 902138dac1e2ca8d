// Says over a page that it shows another day than today, and leads back.
import { Alert, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDate } from '../../app/words/due.ts';
import { computerZone, dayInZone, t } from '../../language/index.ts';

export function AsOfBanner({ asOf, back, children }: { asOf: string; back: ReactNode; children: ReactNode }) {
  const isAhead = asOf > dayInZone(new Date().toISOString(), computerZone());
  return (
    <Alert
      mb="md"
      color="yellow"
      icon={<IconHistory aria-hidden />}
      title={t('As of {day}', { day: shortDate(asOf) })}
      role="status"
    >
      <Group justify="space-between" gap="xs">
        <span>
          {isAhead
            ? t('What is known today of that day, which has not come. Nothing can be changed here.')
            : children}
        </span>
        {back}
      </Group>
    </Alert>
  );
}
