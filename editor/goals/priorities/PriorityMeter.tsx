// How a component's priorities add up, and the press that mends it on the server.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { type Goal, isInPlan } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { t } from '../../language/index.ts';
import { isReasonAsked, ReasonField, withReason } from '../ReasonField.tsx';
import { useSaving } from '../use-saving.ts';
import { PriorityBar } from './PriorityBar.tsx';

interface Props {
  componentId: string;
  goals: Goal[];
  mayChange: boolean;
}

export function PriorityMeter({ componentId, goals, mayChange }: Props) {
  const counted = goals.filter(({ status }) => isInPlan(status));
  const [reason, setReason] = useState('');
  const spread = useSaving(
    (wanted: number[]) =>
      post(
        '/goals/priorities',
        withReason({
          componentId,
          reason,
          priorities: counted.map(({ id, version, priority }, place) => ({
            goalId: id,
            version,
            priority: wanted[place] ?? priority,
          })),
        }),
      ),
    t('The priorities add up to 100.'),
    () => setReason(''),
  );
  const isAsked = isReasonAsked(spread.error);
  const wanted = spread.variables;
  return (
    <Stack gap="xs">
      <PriorityBar
        parts={counted}
        busy={spread.isPending}
        onSpread={mayChange ? (parts) => spread.mutate(parts) : undefined}
      />
      {spread.isError && !isAsked && <Failure error={spread.error} />}
      <ReasonField
        isAsked={isAsked}
        rest={{ value: reason, onChange: (event) => setReason(event.currentTarget.value) }}
      />
      {isAsked && wanted && (
        <Group justify="flex-end">
          <Button
            size="xs"
            disabled={reason.trim() === ''}
            loading={spread.isPending}
            onClick={() => spread.mutate(wanted)}
          >
            {t('Spread them to 100')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
