// One piece of feedback: who said it to whom, who reads it, what was replied, and the thanks.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconHeart } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Feedback } from '../app/api/wire.ts';
import { FormPlace } from '../app/parts/FormPlace.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { useLocalDraft } from '../inbox/use-local-draft.ts';
import { t } from '../language/index.ts';
import { CancelWriting } from './CancelWriting.tsx';
import { FeedbackWords, isRefused, useWording } from './FeedbackWords.tsx';
import classes from './feedback.module.css';
import { useReply, useThank } from './feedback-acts.ts';
import { readByWords, unnamedIcon, visibilityIcons } from './feedback-words.ts';

const alone = { colleagues: [], to: undefined };

function Reply({ item, onDone }: { item: Feedback; onDone: () => void }) {
  const {
    draft,
    change,
    send: sendOnce,
    forget,
  } = useLocalDraft(`feedback.reply.${item.id}`, () => ({ text: '' }));
  const { text } = draft;
  const advised = useWording(text, item.author, alone);
  const reply = useReply(item.id);
  const discard = () => {
    forget();
    onDone();
  };
  const send = () => {
    if (text.trim() !== '' && !isRefused(advised, text))
      reply.mutate({ send: sendOnce, given: text.trim() }, { onSuccess: onDone, onError: toldFailure });
  };
  return (
    <Stack gap={6} mt="sm" component="section" aria-label={t('Your reply')}>
      <FeedbackWords
        label={t('Your reply')}
        value={text}
        advised={advised}
        minRows={2}
        onChange={(words) => change({ text: words })}
      />
      <Group justify="flex-end" gap="sm">
        <CancelWriting size="xs" written={text.trim() !== ''} onDiscard={discard} />
        <Button size="xs" loading={reply.isPending} onClick={send}>
          {t('Send reply')}
        </Button>
      </Group>
    </Stack>
  );
}

function Acts({ item }: { item: Feedback }) {
  const [replying, setReplying] = useState(false);
  const thank = useThank(item.id);
  if (replying)
    return (
      <FormPlace opener={`reply ${item.id}`} at="words">
        <Reply item={item} onDone={() => setReplying(false)} />
      </FormPlace>
    );
  if (!item.mayReply && !item.mayThank) return null;
  return (
    <Group gap={6} mt={8}>
      {item.mayThank && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconHeart size={14} aria-hidden />}
          loading={thank.isPending}
          onClick={() => thank.mutate(undefined, { onError: toldFailure })}
        >
          {t('Say thanks')}
        </Button>
      )}
      {item.mayReply && (
        <Button
          size="compact-sm"
          variant="subtle"
          data-opens={`reply ${item.id}`}
          onClick={() => setReplying(true)}
        >
          {t('Reply')}
        </Button>
      )}
    </Group>
  );
}

function who({ author, to, component, visibility }: Feedback): string {
  const receiver = to?.name ?? component?.name ?? '';
  if (visibility === 'private') return t('Note about {receiver}', { receiver });
  const about = component && to && component.name !== to.name ? component.name : null;
  return about
    ? t('{author} to {receiver}, {component}', { author: author.name, receiver, component: about })
    : t('{author} to {receiver}', { author: author.name, receiver });
}

/** Once thanked, the button is gone: the keys stay at what was thanked for. */
function useKeysAfterThanks({ mayThank }: Feedback) {
  const place = useRef<HTMLLIElement>(null);
  const could = useRef(mayThank);
  useEffect(() => {
    if (could.current && !mayThank && document.activeElement === document.body) place.current?.focus();
    could.current = mayThank;
  }, [mayThank]);
  return place;
}

export function FeedbackItem({ item }: { item: Feedback }) {
  const place = useKeysAfterThanks(item);
  const Eye = item.named ? visibilityIcons[item.visibility] : unnamedIcon;
  return (
    <li className={classes.item} ref={place} tabIndex={-1}>
      <Group justify="space-between" gap={8} align="baseline">
        <Text size="sm" fw={600} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {who(item)}
        </Text>
        <Text size="xs" c="var(--cw-muted)">
          <TimeText at={item.at} />
        </Text>
      </Group>
      <Text size="xs" c="var(--cw-muted)" className={classes.readers}>
        <Eye size={14} aria-hidden />
        {readByWords(item)}
      </Text>
      {item.question && (
        <Text size="sm" c="var(--cw-muted)" className={classes.quote}>
          {item.question}
        </Text>
      )}
      {item.goal && (
        <Text size="xs" c="var(--cw-muted)">
          {t('About the goal “{goal}”', { goal: item.goal.title })}
        </Text>
      )}
      <Text size="sm" className={classes.words}>
        {item.text}
      </Text>
      {item.thankedAt && (
        <Text size="xs" className={classes.readers} c="var(--cw-muted)">
          <IconHeart size={14} aria-hidden />
          {t('{person} says thanks', { person: item.to?.name ?? '' })}
        </Text>
      )}
      {item.replies.map((reply) => (
        <div key={reply.id} className={classes.reply}>
          <Text size="xs" c="var(--cw-muted)">
            {reply.author.name} · <TimeText at={reply.at} />
          </Text>
          <Text size="sm" className={classes.words}>
            {reply.text}
          </Text>
        </div>
      ))}
      <Acts item={item} />
    </li>
  );
}
