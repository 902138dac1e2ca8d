// Agree what the plan says, or return it with what should change; weights that do not add up are said before.
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type PlanDocument, weightFaults } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { told } from '../../app/parts/told.ts';
import { useLocalDraft } from '../../inbox/use-local-draft.ts';
import { t } from '../../language/index.ts';
import classes from '../plans.module.css';
import { WeightFaults } from './WeightFaults.tsx';

interface Props {
  planId: string;
  version: number;
  document: PlanDocument;
}

interface Begun {
  comment: string | null;
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
  // A comment that is begun is kept; null: none is.
  const { draft, change, forget } = useLocalDraft(
    `return.plan.${props.planId}`,
    (): Begun => ({ comment: null }),
  );
  const { comment } = draft;
  const setComment = (next: string | null) => {
    change({ comment: next });
    if (next === null) forget();
  };
  const opened = useRef(false);
  const [missing, setMissing] = useState<string | null>(null);
  const acts = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const sign = useSigning(props, () => {
    setComment(null);
    // The buttons go once the plan is read again, and the focus with them.
    acts.current?.closest('section')?.focus({ preventScroll: true });
  });
  const isWriting = comment !== null;
  useEffect(() => {
    if (isWriting && opened.current) field.current?.focus();
  }, [isWriting]);
  const faulty = weightFaults(props.document).length > 0;
  const giveBack = () => {
    if (comment === null) {
      opened.current = true;
      return setComment('');
    }
    if (comment.trim() === '') {
      field.current?.focus();
      return setMissing(t('Say what should change, so that the plan can be mended.'));
    }
    setMissing(null);
    sign.mutate({ decision: 'returned', comment: comment.trim() });
  };
  const cancel = () => {
    setComment(null);
    setMissing(null);
    back.current?.focus();
  };
  return (
    <Stack ref={acts} gap="sm" className={classes.noPrint}>
      <WeightFaults document={props.document} />
      {sign.isError && <Failure error={sign.error} />}
      {isWriting && (
        <Textarea
          ref={field}
          label={t('What should change')}
          autosize
          minRows={2}
          value={comment}
          error={missing}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <Group gap="xs">
        {!isWriting && (
          <Button
            disabled={faulty}
            loading={sign.isPending}
            onClick={() => sign.mutate({ decision: 'agreed' })}
          >
            {t('Agree plan')}
          </Button>
        )}
        <Button ref={back} variant="default" loading={sign.isPending && isWriting} onClick={giveBack}>
          {isWriting ? t('Return plan') : t('Return with a comment')}
        </Button>
        {isWriting && (
          <Button variant="subtle" disabled={sign.isPending} onClick={cancel}>
            {t('Cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
