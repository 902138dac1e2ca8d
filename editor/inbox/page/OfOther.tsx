// A task that somebody else works: its form is theirs, and what the reader wrote into it before stays to be read.
import { Alert, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { TaskDetail } from '../../app/api/wire.ts';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { t, tx } from '../../language/index.ts';
import type { ServerDraft } from '../draft-sync.ts';
import { Words } from '../EarlierDrafts.tsx';

export function OfOther({ task, own }: { task: TaskDetail; own: ServerDraft | null }) {
  return (
    <Alert
      mb="md"
      color="gray"
      icon={<IconUser aria-hidden />}
      title={
        task.assignee
          ? t('{person} has this task', { person: task.assignee.name })
          : t('Nobody has this task yet')
      }
    >
      <Text size="sm">
        {task.assignee
          ? t('Only they can complete it. You can read what it rests on, and comment below.')
          : t('Those who can take it see it in their inbox. You can comment below.')}
      </Text>
      {own && (
        <>
          <Text size="sm" mt="xs">
            {tx('You last wrote into it on {time}. That stays yours; nothing of it was handed in.', {
              time: <TimeText key="time" at={own.savedAt} />,
            })}
          </Text>
          <Words content={own.content} />
        </>
      )}
    </Alert>
  );
}
