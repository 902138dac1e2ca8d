// Releasing the rating of one plan: what it means is said before the button is pressed a second time.
import { Button, Group, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { Appraisal, ReleaseAnswer } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { saidInWords } from '../app/words/due.ts';
import { t } from '../language/index.ts';

type Refused = Extract<ReleaseAnswer['items'][number], { outcome: 'refused' }>;

/** What whoever releases has to look at first. */
function Questions({ questions }: { questions: NonNullable<Refused['questions']> }) {
  if (questions.length === 0) return null;
  return (
    <List size="sm">
      {questions.map(({ rule, message }) => (
        <List.Item key={rule}>{saidInWords(message)}</List.Item>
      ))}
    </List>
  );
}

export function ReleaseHere({ appraisal }: { appraisal: Appraisal }) {
  const { planId, about, release } = appraisal;
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (confirmed: string[]) =>
      post<ReleaseAnswer>('/ratings/release', { planIds: [planId], confirmed }),
    onSuccess: async ({ done }) => {
      if (done > 0) told(t('The rating is released.'));
      setAsked(done === 0);
      await client.invalidateQueries({ queryKey: ['plans'] });
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  const refused = act.data?.items.find((item) => item.outcome === 'refused');
  const questions = refused?.outcome === 'refused' ? (refused.questions ?? []) : [];
  const why = refused?.outcome === 'refused' ? refused.reason : release.why;
  const now = questions.length > 0 ? t('I have looked at it: release it') : t('Release it now');
  const label = asked ? now : t('Release the rating');
  if (!release.may)
    return why === null ? null : (
      <Text size="sm" c="var(--cw-muted)">
        {saidInWords(why)}
      </Text>
    );
  return (
    <>
      {asked && (
        <Text size="sm" role="status">
          {t('{name} will read the rating with its reasons, and is asked to sign. It cannot be taken back.', {
            name: about?.name ?? t('Whoever it is about'),
          })}
        </Text>
      )}
      {act.isError && <Failure error={act.error} />}
      {refused && (
        <Text size="sm" role="alert" c="var(--cw-danger)">
          {why === null ? '' : saidInWords(why)}
        </Text>
      )}
      <Questions questions={questions} />
      <Group gap="xs">
        <Button
          size="xs"
          variant={asked ? 'filled' : 'default'}
          loading={act.isPending}
          onClick={() => (asked ? act.mutate(questions.length > 0 ? [planId] : []) : setAsked(true))}
        >
          {label}
        </Button>
        {asked && (
          <Button size="xs" variant="subtle" onClick={() => setAsked(false)}>
            {t('Cancel')}
          </Button>
        )}
      </Group>
    </>
  );
}
