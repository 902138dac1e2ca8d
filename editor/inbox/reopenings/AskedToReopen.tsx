// Requests to open again what others handed in: the person grants them, or says why not.
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../app/api/request.ts';
import type { TaskReopening } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { AnchorLink } from '../../app/parts/links.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { told } from '../../app/parts/told.ts';
import feedback from '../../feedback/feedback.module.css';
import { retell, t } from '../../language/index.ts';
import { AskedSection } from '../AskedSection.tsx';
import { Words } from '../forms/Words.tsx';
import { useAskedReopenings } from '../use-asked.ts';

function useDecide({ id, by }: TaskReopening) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: { decision: 'granted' | 'refused'; answer?: string }) =>
      post(`/reopenings/${encodeURIComponent(id)}/decision`, wish),
    onSuccess: async (_, { decision }) => {
      told(
        decision === 'granted'
          ? t('{person} has the task again, with all that was written.', { person: by.name })
          : t('{person} reads why.', { person: by.name }),
      );
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
}

function Request({ request }: { request: TaskReopening }) {
  const [refusing, setRefusing] = useState(false);
  const [answer, setAnswer] = useState('');
  const decide = useDecide(request);
  const { by, task, reason, at } = request;
  return (
    <li className={feedback.item}>
      <Text size="sm" fw={600}>
        {t('{person}: “{title}”', { person: by.name, title: retell(task.title) })}
      </Text>
      <Text size="xs" c="var(--cw-muted)">
        <AnchorLink to="/plans/$planId" params={{ planId: task.planId }} size="sm">
          {task.componentName}
        </AnchorLink>
        {' · '}
        <TimeText at={at} />
      </Text>
      <Text size="sm" className={feedback.words}>
        {reason}
      </Text>
      {refusing && (
        <Words
          label={t('Why it stays as it is')}
          description={t('{person} reads it.', { person: by.name })}
          minRows={2}
          value={answer}
          onChange={setAnswer}
        />
      )}
      {decide.isError && <Failure error={decide.error} />}
      <Group gap={6} mt={8}>
        {refusing ? (
          <>
            <Button
              size="compact-sm"
              disabled={answer.trim() === ''}
              loading={decide.isPending}
              onClick={() => decide.mutate({ decision: 'refused', answer: answer.trim() })}
            >
              {t('Refuse')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setRefusing(false)}>
              {t('Cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="compact-sm"
              loading={decide.isPending}
              onClick={() => decide.mutate({ decision: 'granted' })}
            >
              {t('Open it again')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setRefusing(true)}>
              {t('Refuse')}
            </Button>
          </>
        )}
      </Group>
    </li>
  );
}

export function AskedToReopen() {
  const open = useAskedReopenings();
  return (
    <AskedSection title={t('Asked to be opened again')} count={open.length}>
      {open.map((request) => (
        <Request key={request.id} request={request} />
      ))}
    </AskedSection>
  );
}
