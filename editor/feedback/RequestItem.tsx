// One request for feedback: open, answered, declined or withdrawn, and what the person can do about it.
import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FeedbackRequest } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { t, tAs } from '../language/index.ts';
import classes from './feedback.module.css';
import { useDecline, useWithdraw } from './feedback-acts.ts';
import { useLeftAnswer } from './feedback-drafts.ts';

const stateWords: Record<FeedbackRequest['state'], string> = {
  open: tAs('request', 'Open'),
  answered: t('Answered'),
  declined: tAs('request', 'Declined'),
  withdrawn: t('Withdrawn'),
};

function Decline({ request, onDone }: { request: FeedbackRequest; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const decline = useDecline(request.id);
  return (
    <Stack gap={6} mt={8}>
      <TextInput
        label={t('Why (optional)')}
        description={t('{person} reads it.', { person: request.requester.name })}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm">
        <Button size="xs" variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Button
          size="xs"
          loading={decline.isPending}
          onClick={() => decline.mutate(reason.trim(), { onSuccess: onDone, onError: toldFailure })}
        >
          {t('Decline request')}
        </Button>
      </Group>
    </Stack>
  );
}

interface Props {
  request: FeedbackRequest;
  /** Who asked, or who is asked. */
  side: 'asked' | 'sent';
  onAnswer?: (request: FeedbackRequest) => void;
}

export function RequestItem({ request, side, onAnswer }: Props) {
  const [declining, setDeclining] = useState(false);
  const withdraw = useWithdraw(request.id);
  const leftAnswer = useLeftAnswer(request) && side === 'asked';
  const isOpen = request.state === 'open';
  const { requester, asked, component } = request;
  const title =
    side === 'asked'
      ? t('{person} asks you', { person: requester.name })
      : t('You asked {person}', { person: asked.name });
  return (
    <li className={classes.item}>
      <Group justify="space-between" gap={8} align="baseline">
        <Text size="sm" fw={600}>
          {component ? t('{title} about {component}', { title, component: component.name }) : title}
        </Text>
        <Group gap={8}>
          <Badge variant={isOpen ? 'light' : 'default'} color={isOpen ? 'indigo' : 'gray'}>
            {stateWords[request.state]}
          </Badge>
          <Text size="xs" c="var(--cw-muted)">
            <TimeText at={request.at} />
          </Text>
        </Group>
      </Group>
      <Text size="sm" className={classes.words}>
        {request.question}
      </Text>
      {request.reason && (
        <Text size="sm" c="var(--cw-muted)">
          {t('Why not: {reason}', { reason: request.reason })}
        </Text>
      )}
      {isOpen && side === 'asked' && !declining && (
        <Group gap={6} mt={8}>
          <Button size="compact-sm" data-opens={request.id} onClick={() => onAnswer?.(request)}>
            {t('Answer')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setDeclining(true)}>
            {t('Decline')}
          </Button>
        </Group>
      )}
      {leftAnswer && (
        <Button size="compact-sm" variant="default" mt={8} onClick={() => onAnswer?.(request)}>
          {t('What you wrote')}
        </Button>
      )}
      {declining && <Decline request={request} onDone={() => setDeclining(false)} />}
      {isOpen && side === 'sent' && (
        <Group gap={6} mt={8}>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined, { onError: toldFailure })}
          >
            {t('Withdraw request')}
          </Button>
        </Group>
      )}
    </li>
  );
}
