// Values of many people from a file or pasted: tried first, then saved whole or not at all.
import { Alert, Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestError } from '../app/api/request.ts';
import { t } from '../language/index.ts';
import { importValues } from './attribute-queries.ts';

const MOST_PROBLEMS = 10;

function Problems({ error }: { error: Error }) {
  const problem = error instanceof RequestError ? error.problem : null;
  const all = problem?.errors ?? [];
  return (
    <Alert color="red" title={t('Nothing was saved')}>
      {all.length === 0 && <Text size="sm">{error.message}</Text>}
      {all.slice(0, MOST_PROBLEMS).map(({ pointer, detail }) => (
        <Text size="sm" key={`${pointer} ${detail}`}>
          {detail}
        </Text>
      ))}
      {all.length > MOST_PROBLEMS && (
        <Text size="sm">{t('and {count} more', { count: all.length - MOST_PROBLEMS })}</Text>
      )}
    </Alert>
  );
}

export function ImportValues({ example }: { example: string }) {
  const [content, setContent] = useState('');
  const client = useQueryClient();
  const work = useMutation({
    mutationFn: async ({ dryRun }: { dryRun: boolean }) => ({
      dryRun,
      ...(await importValues(content, dryRun)),
    }),
    onSuccess: async ({ dryRun }) => {
      if (!dryRun) await client.invalidateQueries({ queryKey: ['attributes'] });
    },
  });
  const { changed = 0, unchanged = 0 } = work.data ?? {};
  return (
    <Stack gap="sm" maw={640}>
      <Textarea
        label={t('Values from a file')}
        description={t(
          'CSV with a column email and a column called like the attribute. An empty cell takes a value away.',
        )}
        placeholder={example}
        autosize
        minRows={4}
        maxRows={12}
        value={content}
        onChange={(event) => {
          setContent(event.currentTarget.value);
          work.reset();
        }}
      />
      <Group gap="sm">
        <FileButton
          accept="text/csv,.csv"
          onChange={(file) => {
            work.reset();
            void file?.text().then(setContent);
          }}
        >
          {(props) => (
            <Button {...props} variant="default">
              {t('Choose a file')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          disabled={content === ''}
          loading={work.isPending}
          onClick={() => work.mutate({ dryRun: true })}
        >
          {t('Try it')}
        </Button>
        <Button
          disabled={work.data?.dryRun !== true || changed === 0}
          onClick={() => work.mutate({ dryRun: false })}
        >
          {t('Save the values')}
        </Button>
      </Group>
      {work.isError && <Problems error={work.error} />}
      {work.data && (
        <Text size="sm" role="status">
          {work.data.dryRun
            ? t('{changed} would change, {unchanged} stay as they are.', { changed, unchanged })
            : t('{changed} were changed, {unchanged} stayed as they were.', { changed, unchanged })}
        </Text>
      )}
    </Stack>
  );
}
