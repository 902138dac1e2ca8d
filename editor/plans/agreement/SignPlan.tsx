// Agree what the plan says, or return it with what should change; weights that do not add up are said before.
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PlanDocument, weightFaults } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { told } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import classes from '../plans.module.css';
import { WeightFaults } from './WeightFaults.tsx';

interface Props {
  planId: string;
  version: number;
  document: PlanDocument;
}

function useSigning({ planId, version }: Props, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (word: { decision: 'agreed' | 'returned'; comment?: string }) =>
      post(`/plans/${encodeURIComponent(planId)}/signatures`, { ...word, version }),
    onSuccess: async (_, { decision }) => {
      told(decision === 'agreed' ? t('You agreed the plan.') : t('You returned the plan.'));
      onDone();
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['plans', 'versions', planId] }),
  });
}

export function SignPlan(props: Props) {
  const [comment, setComment] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const sign = useSigning(props, () => setComment(null));
  const faulty = weightFaults(props.document).length > 0;
  const giveBack = () => {
    if (comment === null) return setComment('');
    if (comment.trim() === '')
      return setMissing(t('Say what should change, so that the plan can be mended.'));
    setMissing(null);
    sign.mutate({ decision: 'returned', comment: comment.trim() });
  };
  return (
    <Stack gap="sm" className={classes.noPrint}>
      <WeightFaults document={props.document} />
      {sign.isError && <Failure error={sign.error} />}
      {comment !== null && (
        <Textarea
          label={t('What should change')}
          autosize
          minRows={2}
          data-autofocus
          value={comment}
          error={missing}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <Group gap="xs">
        {comment === null && (
          <Button
            disabled={faulty}
            loading={sign.isPending}
            onClick={() => sign.mutate({ decision: 'agreed' })}
          >
            {t('Agree plan')}
          </Button>
        )}
        <Button variant="default" loading={sign.isPending && comment !== null} onClick={giveBack}>
          {comment === null ? t('Return with a comment') : t('Return plan')}
        </Button>
        {comment !== null && (
          <Button variant="subtle" onClick={() => setComment(null)}>
            {t('Cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
