// Feedback: what the person received and gave, what they are asked for, and what they asked for.
import { Button, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMessageCircle, IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect } from 'react';
import type { Feature } from '../../server/access/feature-names.ts';
import { type FeedbackFilter, feedbackQuery, feedbackRequestsQuery } from '../app/api/feedback-queries.ts';
import type { FeedbackRequest } from '../app/api/wire.ts';
import { FormPlace } from '../app/parts/FormPlace.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { useMay, useUses } from '../app/parts/use-permissions.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { TabList } from '../theme/TabList.tsx';
import { AskForFeedback } from './AskForFeedback.tsx';
import { FeedbackItem } from './FeedbackItem.tsx';
import classes from './feedback.module.css';
import { isMet } from './feedback-drafts.ts';
import { GiveFeedback } from './GiveFeedback.tsx';
import { Recognition } from './Recognition.tsx';
import { RequestItem } from './RequestItem.tsx';
import { TakeAlong } from './TakeAlong.tsx';

const BeforeHr = latePart(async () => (await import('./BeforeHr.tsx')).BeforeHr);

const route = getRouteApi('/signed-in/feedback');
const tabs = ['received', 'given', 'asked', 'sent', 'team', 'recognition', 'wording'] as const;
type Tab = (typeof tabs)[number];
type ListTab = Exclude<Tab, 'recognition' | 'wording'>;

/** What the organisation may do without. */
const partOf: Partial<Record<Tab, Feature>> = {
  asked: 'feedback-requests',
  sent: 'feedback-requests',
  recognition: 'recognition',
};

const emptyWords: Record<ListTab, [title: string, about: string]> = {
  received: [t('No feedback yet'), t('What others tell you stands here. You can ask for it.')],
  given: [t('You have given none yet'), t('What you tell others, and your private notes, stand here.')],
  asked: [t('Nobody asks you just now'), t('When somebody wants to hear from you, it stands here.')],
  sent: [t('You have asked for none yet'), t('Ask somebody who saw you work, about one thing.')],
  team: [
    t('Nothing for you as a manager'),
    t('What is said to your people with you as a reader stands here.'),
  ],
};

function Empty({ tab }: { tab: ListTab }) {
  const [title, about] = emptyWords[tab];
  const asksAnybody = useUses()('feedback-requests');
  if (tab === 'received' && !asksAnybody)
    return <EmptyState title={title}>{t('What others tell you stands here.')}</EmptyState>;
  return <EmptyState title={title}>{about}</EmptyState>;
}

function List({ tab, children }: { tab: ListTab; children: ReactNode[] }) {
  return children.length === 0 ? <Empty tab={tab} /> : <ul className={classes.list}>{children}</ul>;
}

function Box({ box }: { box: NonNullable<FeedbackFilter['box']> }) {
  return (
    <Loaded query={useQuery(feedbackQuery({ box }))}>
      {(items) => (
        <List tab={box}>
          {items.map((item) => (
            <FeedbackItem key={item.id} item={item} />
          ))}
        </List>
      )}
    </Loaded>
  );
}

function Requests({ side, onAnswer }: { side: 'asked' | 'sent'; onAnswer: (one: FeedbackRequest) => void }) {
  return (
    <Loaded query={useQuery(feedbackRequestsQuery(side))}>
      {(items) => (
        <List tab={side}>
          {items.map((one) => (
            <RequestItem key={one.id} request={one} side={side} onAnswer={onAnswer} />
          ))}
        </List>
      )}
    </Loaded>
  );
}

/** What is written just now: nothing, feedback, an answer or a question. */
function Writing({ onDone }: { onDone: () => void }) {
  const { write, to, request } = route.useSearch();
  const asksAnybody = useUses()('feedback-requests');
  const asked = useQuery({
    ...feedbackRequestsQuery('asked'),
    enabled: asksAnybody && request !== undefined,
  });
  if (write === 'ask' && asksAnybody)
    return (
      <FormPlace className={classes.form} opener="ask">
        <AskForFeedback onDone={onDone} />
      </FormPlace>
    );
  const answered = asked.data?.find((one) => one.id === request && !isMet(one));
  if (write !== 'give' && !answered) return null;
  return (
    <FormPlace className={classes.form} opener={answered?.id ?? 'give'}>
      <GiveFeedback key={`${answered?.id} ${to}`} to={to} request={answered} onDone={onDone} />
    </FormPlace>
  );
}

/** Where there is something to answer it stands first; once there, answering the last of it moves nobody away. */
function useTab(set: (patch: Record<string, string | undefined>) => void, open: number | undefined): Tab {
  const { tab } = route.useSearch();
  const uses = useUses();
  const isOff = (one: Tab): boolean => {
    const part = partOf[one];
    return part !== undefined && !uses(part);
  };
  const chosen = tabs.find((one) => one === tab && !isOff(one));
  const first = open ? 'asked' : 'received';
  useEffect(() => {
    if (chosen === undefined && open !== undefined) set({ tab: first });
  });
  return chosen ?? first;
}

interface ActsProps {
  /** The act of the form is the main one then. */
  isWriting: boolean;
  onGive: () => void;
  onAsk: (() => void) | null;
}
/** Where there is little room the main act is the first, and the other has a row of its own. */
function Acts({ isWriting, onGive, onAsk }: ActsProps) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const give = (
    <Button
      key="give"
      variant={isWriting ? 'default' : 'filled'}
      flex={narrow ? 1 : undefined}
      leftSection={<IconMessageCircle size={16} aria-hidden />}
      data-opens="give"
      onClick={onGive}
    >
      {t('Write feedback')}
    </Button>
  );
  const ask = onAsk && (
    <Button
      key="ask"
      flex={narrow ? '1 1 100%' : undefined}
      variant="default"
      leftSection={<IconMessageQuestion size={16} aria-hidden />}
      data-opens="ask"
      onClick={onAsk}
    >
      {t('Ask for feedback')}
    </Button>
  );
  const take = <TakeAlong key="take" />;
  return narrow ? [give, take, ask] : [take, ask, give];
}

export function FeedbackScreen() {
  const navigate = useNavigate();
  const { write, request } = route.useSearch();
  const set = (patch: Record<string, string | undefined>) =>
    void navigate({ to: '/feedback', search: (before) => ({ ...before, ...patch }), replace: true });
  const uses = useUses();
  const asksAnybody = uses('feedback-requests');
  const asked = useQuery({ ...feedbackRequestsQuery('asked'), enabled: asksAnybody }).data;
  const open = asked?.filter(({ state }) => state === 'open').length;
  const team = useQuery(feedbackQuery({ box: 'team' })).data ?? [];
  const may = useMay();
  const tab = useTab(set, asksAnybody ? open : 0);
  const done = () => set({ write: undefined, to: undefined, request: undefined });
  const answer = ({ id }: FeedbackRequest) => set({ request: id, write: undefined });
  return (
    <>
      <PageTitle
        title={t('Feedback')}
        about={t('What people tell each other about their work. On every line stands who reads it.')}
        actions={
          <Acts
            isWriting={write !== undefined || request !== undefined}
            onGive={() => set({ write: 'give', request: undefined })}
            onAsk={asksAnybody ? () => set({ write: 'ask', request: undefined }) : null}
          />
        }
      />
      <Writing onDone={done} />
      <Tabs value={tab} onChange={(next) => set({ tab: next ?? undefined })} keepMounted={false}>
        <TabList chosen={tab}>
          <Tabs.Tab value="received">{tAs('feedback', 'Received')}</Tabs.Tab>
          <Tabs.Tab value="given">{tAs('feedback', 'Given')}</Tabs.Tab>
          {asksAnybody && (
            <Tabs.Tab value="asked">
              {open ? t('Asked of you ({count})', { count: open }) : t('Asked of you')}
            </Tabs.Tab>
          )}
          {asksAnybody && <Tabs.Tab value="sent">{t('Asked by you')}</Tabs.Tab>}
          {uses('recognition') && <Tabs.Tab value="recognition">{t('Wall of recognition')}</Tabs.Tab>}
          {may('wording.read') && <Tabs.Tab value="wording">{t('Put before HR')}</Tabs.Tab>}
          {(team.length > 0 || tab === 'team') && <Tabs.Tab value="team">{t('To your people')}</Tabs.Tab>}
        </TabList>
        <Tabs.Panel value="received">
          <Box box="received" />
        </Tabs.Panel>
        <Tabs.Panel value="given">
          <Box box="given" />
        </Tabs.Panel>
        <Tabs.Panel value="asked">
          <Requests side="asked" onAnswer={answer} />
        </Tabs.Panel>
        <Tabs.Panel value="sent">
          <Requests side="sent" onAnswer={answer} />
        </Tabs.Panel>
        <Tabs.Panel value="recognition">
          <Recognition />
        </Tabs.Panel>
        <Tabs.Panel value="wording">
          <Suspense fallback={null}>
            <BeforeHr />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="team">
          <Box box="team" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
