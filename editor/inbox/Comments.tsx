// What people said about a task, and a field to say something.
import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t, tAs } from '../language/index.ts';

export function Comments({ task }: { task: TaskDetail }) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: () => post(`/tasks/${encodeURIComponent(task.id)}/comment`, { text: text.trim() }),
    onSuccess: async () => {
      setText('');
      await client.invalidateQueries({ queryKey: ['tasks', 'one', task.id] });
    },
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('Comments')}>
      <Title order={3} size="h4">
        {t('Comments')}
      </Title>
      {task.comments.map((comment) => (
        <div key={comment.id}>
          <Text size="xs" c="var(--cw-muted)">
            {comment.author.name} · <TimeText at={comment.at} />
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {comment.text}
          </Text>
        </div>
      ))}
      {say.isError && <Failure error={say.error} />}
      <Textarea
        aria-label={t('Comment')}
        placeholder={t('Ask or note something; everybody who sees the task sees it')}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button
          variant="default"
          size="xs"
          loading={say.isPending}
          onClick={() => say.mutate()}
          style={{ alignSelf: 'flex-start' }}
        >
          {tAs('verb', 'Comment')}
        </Button>
      )}
    </Stack>
  );
}
