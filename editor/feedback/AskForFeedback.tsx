// Asking one person for feedback, about oneself or about what one answers for.
import { Button, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { componentsFoundQuery } from '../app/api/choice-queries.ts';
import type { FeedbackRequest } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { focusFault } from '../app/parts/focus-fault.ts';
import { PersonSelect } from '../app/parts/PersonSelect.tsx';
import { told } from '../app/parts/told.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { useLocalDraft } from '../inbox/use-local-draft.ts';
import { t } from '../language/index.ts';
import { useAskForFeedback } from './feedback-acts.ts';
import { WritingFooter } from './WritingFooter.tsx';

interface Draft {
  personId: string | null;
  componentId: string | null;
  question: string;
}

export function AskForFeedback({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const own = useQuery(componentsFoundQuery('', { ownerId: me.id, withoutKind: 'employee' })).data ?? [];
  const {
    draft,
    change,
    saved,
    send: sendOnce,
    forget,
  } = useLocalDraft<Draft>('feedback-request', () => ({
    personId: null,
    componentId: null,
    question: '',
  }));
  const { personId, componentId, question } = draft;
  const discard = () => {
    forget();
    onDone();
  };
  const [asked, setAsked] = useState(false);
  const ask = useAskForFeedback();
  const form = useRef<HTMLDivElement>(null);
  const isEmpty = question.trim() === '';
  const send = () => {
    setAsked(true);
    if (isEmpty || !personId) return focusFault(form.current);
    const given = { personId, question: question.trim(), ...(componentId ? { componentId } : {}) };
    const onSuccess = ({ asked: { name } }: FeedbackRequest) => {
      told(
        t('{person} hears of it now, and may answer or decline.', { person: name }),
        t('Feedback asked for'),
      );
      onDone();
    };
    ask.mutate({ send: sendOnce, given }, { onSuccess });
  };
  return (
    <Stack gap="md" component="section" ref={form} aria-label={t('Ask for feedback')}>
      <PersonSelect
        label={t('Whom you ask')}
        placeholder={t('Choose a person')}
        without={me.id}
        value={personId}
        error={asked && !personId && t('Choose whom you ask.')}
        onChange={(next) => change({ personId: next })}
      />
      {own.length > 0 && (
        <Select
          label={t('About')}
          placeholder={t('Your own work')}
          clearable
          searchable
          limit={40}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          value={componentId}
          onChange={(next) => change({ componentId: next })}
        />
      )}
      <Textarea
        label={t('Your question')}
        description={t(
          'About one thing that they saw: the narrower the question, the more the answer helps.',
        )}
        autosize
        minRows={2}
        maxLength={1000}
        value={question}
        error={asked && isEmpty && t('Write your question.')}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      {ask.isError && <Failure error={ask.error} />}
      <WritingFooter saved={saved} written={question.trim() !== ''} onDiscard={discard}>
        <Button onClick={send} loading={ask.isPending}>
          {t('Ask')}
        </Button>
      </WritingFooter>
    </Stack>
  );
}
