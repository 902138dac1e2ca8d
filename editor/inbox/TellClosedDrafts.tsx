// What somebody wrote into a task that is over: told until it is closed, with the words to copy, and then dropped.
import { Group, ScrollArea, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { myTasksQuery, taskQuery } from '../app/api/task-queries.ts';
import { CopyAct } from '../app/parts/CopyAct.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { retell, t } from '../language/index.ts';
import { type ClosedDraft, lookThroughDrafts } from './closed-drafts.ts';
import { forgetDraft } from './draft-store.ts';
import { useRequests } from './use-asked.ts';

function whatHappened({ task, request }: ClosedDraft): string {
  if (request)
    return request.state === 'answered'
      ? t('{person} has your feedback already; you began another answer.', { person: request.requester.name })
      : t('You declined to give {person} feedback, and had begun to write.', {
          person: request.requester.name,
        });
  if (!task) return t('A task that you wrote in is not yours any more.');
  const title = retell(task.title);
  if (task.state !== 'completed') return t('“{title}” is no longer needed.', { title });
  return task.completedBy
    ? t('“{title}” was completed by {person}.', { title, person: task.completedBy.name })
    : t('“{title}” was completed by somebody else.', { title });
}

function tell(draft: ClosedDraft, person: string): void {
  const text = draft.words.join('\n\n');
  notifications.show({
    id: `closed-draft.${draft.purpose}`,
    color: 'yellow',
    autoClose: false,
    title: whatHappened(draft),
    message: (
      <>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">{t('Your text is still here until you close this.')}</Text>
          <CopyAct text={text} label={t('Copy your text')} variant="default" />
        </Group>
        <ScrollArea.Autosize mah={160} mt={6}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </ScrollArea.Autosize>
      </>
    ),
    onClose: () => forgetDraft(localStorage, person, draft.purpose),
  });
}

/** Looks once for each opening of the inbox, when it is known what is open. */
export function TellClosedDrafts() {
  const person = useMe().id;
  const client = useQueryClient();
  const open = useQuery(myTasksQuery('open')).data;
  const requests = useRequests();
  const looked = useRef(false);
  useEffect(() => {
    if (!open || !requests || looked.current) return;
    looked.current = true;
    const read = (id: string) => client.fetchQuery({ ...taskQuery(id), retry: false });
    const given = { storage: localStorage, person, open: new Set(open.map(({ id }) => id)), requests, read };
    void lookThroughDrafts(given).then((found) => {
      for (const draft of found) tell(draft, person);
    });
  }, [open, requests, client, person]);
  return null;
}
