// Which component works by which calendar: what follows is said, then it is given.
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ComponentSelect } from '../../app/parts/ComponentSelect.tsx';
import { told, toldFailure } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { assignCalendar, type CalendarUse, calendarsQuery } from './calendar-queries.ts';
import { WhatFollows } from './WhatFollows.tsx';

interface Props {
  use: CalendarUse;
  name: string;
  onClose: () => void;
}

export function Assign({ use, name, onClose }: Props) {
  const client = useQueryClient();
  const [componentId, setComponentId] = useState<string | null>(null);
  const [isRecounting, setRecounting] = useState(false);
  const giving = useMutation({
    mutationFn: (id: string) => assignCalendar(id, use.code, isRecounting),
    onSuccess: async () => {
      told(
        t('It works by “{calendar}” from now on, with all below it that name no other.', { calendar: name }),
      );
      onClose();
      await client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['components'] });
    },
    onError: toldFailure,
  });
  return (
    <Dialog opened onClose={onClose} title={t('Who works by “{calendar}”', { calendar: name })}>
      <Stack>
        <ComponentSelect
          label={t('Component')}
          description={t('All below it that name no other calendar work by it too.')}
          value={componentId}
          onChange={setComponentId}
        />
        {componentId !== null && (
          <WhatFollows
            trial={{ assign: { componentId, code: use.code } }}
            isRecounting={isRecounting}
            onRecounting={setRecounting}
          />
        )}
        <Group justify="flex-end">
          <Button
            disabled={componentId === null}
            loading={giving.isPending}
            onClick={() => componentId !== null && giving.mutate(componentId)}
          >
            {t('Work by it')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
