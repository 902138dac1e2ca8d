// Feedback being written: for whom, who reads it, and then the words.
import { Alert, Button, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { goalsQuery, peopleQuery } from '../app/api/organisation-queries.ts';
import type { FeedbackRequest } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { focusFault } from '../app/parts/focus-fault.ts';
import { told } from '../app/parts/told.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { withoutChosen } from '../app/parts/without-chosen.ts';
import { useLocalDraft } from '../inbox/use-local-draft.ts';
import { t } from '../language/index.ts';
import { FeedbackWords, isRefused, type Named, useWording } from './FeedbackWords.tsx';
import { useGiveFeedback } from './feedback-acts.ts';
import { purposeOf } from './feedback-drafts.ts';
import { type Visibility, visibilityChoice } from './feedback-words.ts';
import { type ChosenReceiver, receiverChoices, useReceiver, useReceiversFound } from './receivers.ts';
import { VisibilityChoice } from './VisibilityChoice.tsx';
import { WritingFooter } from './WritingFooter.tsx';

interface Props {
  /** The receiver that is chosen to begin with, as person:id or component:id. */
  to?: string | undefined;
  /** The request that it answers: the receiver is fixed then. Withdrawn: it is given without being asked. */
  request?: FeedbackRequest | undefined;
  onDone: () => void;
}

const fromRequest = ({ requester, component }: FeedbackRequest): string =>
  component ? `component:${component.id}` : `person:${requester.id}`;

const noPeople: readonly Named[] = [];

function GoalChoice({ receiver, value, onChange }: GoalProps) {
  const componentId = receiver?.componentId ?? '';
  const goals = useQuery({ ...goalsQuery(componentId), enabled: componentId !== '' }).data ?? [];
  if (componentId === '' || goals.length === 0) return null;
  return (
    <Select
      label={t('About a goal (optional)')}
      placeholder={t('About the work as a whole')}
      clearable
      searchable
      limit={50}
      data={goals.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
interface GoalProps {
  receiver: ChosenReceiver | null;
  value: string | null;
  onChange: (goalId: string | null) => void;
}

/** What is missing before it can be sent, at its field, the first first. */
interface Lacks {
  receiver?: string;
  visibility?: string;
  text?: string;
}
function missing({ receiver, visibility, text }: Writing): Lacks {
  return {
    ...(receiver ? {} : { receiver: t('Choose for whom it is.') }),
    ...(visibility ? {} : { visibility: t('Choose who reads it.') }),
    ...(visibility && text.trim() === '' ? { text: t('Write a sentence or two first.') } : {}),
  };
}

interface Draft {
  value: string | null;
  visibility: Visibility | null;
  goalId: string | null;
  text: string;
}

/** What the form holds, and the sending of it. */
function useWriting({ to, request, onDone }: Props) {
  const {
    draft,
    change,
    saved,
    send: sendOnce,
    forget,
  } = useLocalDraft<Draft>(purposeOf({ request, to }), () => ({
    value: request ? fromRequest(request) : (to ?? null),
    visibility: null,
    goalId: request?.goal?.id ?? null,
    text: '',
  }));
  const { value, visibility, goalId, text } = draft;
  const receiver = useReceiver(value);
  // The words may name anybody, but there are none before it is said who reads them; a note is not looked at.
  const isLookedAt = visibility !== null && visibility !== 'private';
  const people = useQuery({ ...peopleQuery, enabled: isLookedAt }).data ?? noPeople;
  const advised = useWording(text, receiver, { colleagues: people, to: receiver?.to });
  const give = useGiveFeedback();
  const discard = () => {
    forget();
    onDone();
  };
  const send = () => {
    if (!receiver || !visibility) return;
    const answers = request?.state === 'open' ? { requestId: request.id } : {};
    const about = { ...(goalId ? { goalId } : {}), ...answers };
    const onSuccess = () => {
      told(visibilityChoice(visibility, receiver.name)[1], t('Feedback given'));
      onDone();
    };
    const given = { to: receiver.to, text: text.trim(), visibility, ...about };
    give.mutate({ send: sendOnce, given }, { onSuccess });
  };
  return { ...draft, change, saved, receiver, advised, give, send, discard };
}
type Writing = ReturnType<typeof useWriting>;

function Question({ request: { requester, question, state } }: { request: FeedbackRequest }) {
  const person = requester.name;
  if (state === 'open') return <Text size="sm">{t('{person} asks: {question}', { person, question })}</Text>;
  return (
    <>
      <Alert color="yellow" title={t('{person} does not ask any more', { person })}>
        {t('The request was withdrawn. You can give your feedback all the same; nobody waits for it.')}
      </Alert>
      <Text size="sm">{t('{person} asked: {question}', { person, question })}</Text>
    </>
  );
}

interface ForProps {
  writing: Writing;
  request: FeedbackRequest | undefined;
  error: string | undefined;
}
function For({ writing, request, error }: ForProps) {
  const me = useMe();
  const { receiver, value } = writing;
  const [typed, setTyped] = useState('');
  const search = typed === receiver?.name ? '' : typed;
  const { people, components } = useReceiversFound(search, me.id);
  const chosen = receiver && value !== null ? { value, label: receiver.name } : null;
  if (request) return <Question request={request} />;
  return (
    <>
      <Select
        label={t('For')}
        placeholder={t('A person, or a team, department or process')}
        searchable
        allowDeselect={false}
        filter={withoutChosen(value, search)}
        onSearchChange={setTyped}
        data={receiverChoices(people, components, { me: me.id, chosen })}
        value={value}
        error={error}
        // The list would lie over what is said to be missing.
        openOnFocus={!error}
        onChange={(next) => writing.change({ value: next, goalId: null })}
      />
      <GoalChoice
        receiver={receiver}
        value={writing.goalId}
        onChange={(goalId) => writing.change({ goalId })}
      />
    </>
  );
}

/** They appear once it is known who will read them. */
function TheWords({ writing, error }: { writing: Writing; error: string | undefined }) {
  const { visibility, text, advised, receiver, change } = writing;
  if (visibility === null) return null;
  const isNote = visibility === 'private';
  return (
    <FeedbackWords
      label={isNote ? t('Your note') : t('Feedback')}
      value={text}
      error={error}
      advised={isNote ? { ...advised, advice: [] } : advised}
      to={receiver?.to}
      onChange={(words) => change({ text: words })}
    />
  );
}

const isHarmful = ({ visibility, text, advised }: Writing): boolean =>
  visibility !== 'private' && isRefused(advised, text);

export function GiveFeedback(props: Props) {
  const { request } = props;
  const writing = useWriting(props);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { visibility, receiver, give } = writing;
  const lacks = missing(writing);
  const said = tried ? lacks : {};
  const isWhole = Object.keys(lacks).length === 0;
  const harms = isHarmful(writing);
  const send = () => {
    setTried(true);
    if (!isWhole) focusFault(form.current);
    else if (!harms) writing.send();
  };
  return (
    <Stack
      gap="md"
      component="section"
      ref={form}
      aria-label={request ? t('Your answer') : t('New feedback')}
    >
      <For writing={writing} request={request} error={said.receiver} />
      <VisibilityChoice
        to={receiver?.name ?? null}
        value={visibility}
        error={said.visibility}
        onChange={(next) => writing.change({ visibility: next })}
        {...(request?.state === 'open' ? { without: 'private' as const } : {})}
      />
      <TheWords writing={writing} error={said.text} />
      {give.isError && <Failure error={give.error} />}
      {tried && isWhole && harms && (
        <Text size="sm" c="red" role="alert">
          {t('Say it another way first: what stands out above cannot be sent.')}
        </Text>
      )}
      <WritingFooter saved={writing.saved} written={writing.text.trim() !== ''} onDiscard={writing.discard}>
        <Button loading={give.isPending} onClick={send}>
          {visibility === 'private' ? t('Keep note') : t('Give feedback')}
        </Button>
      </WritingFooter>
    </Stack>
  );
}
