// The words of one mail in one language, beside the mail that comes of them. Nothing is kept by typing.
import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KnownMailTemplate } from '../../app/api/wire.ts';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { told, toldFailure } from '../../app/parts/told.ts';
import { t, tx } from '../../language/index.ts';
import { MailFields } from './MailFields.tsx';
import { MailPreview } from './MailPreview.tsx';
import {
  mailPreviewQuery,
  mailTemplatesQuery,
  resetTemplate,
  saveTemplate,
  sendTest,
} from './mail-queries.ts';
import { differ, type KnownTemplate, type Words, wordsOf } from './mail-words.ts';
import classes from './mails.module.css';

function ChangedBy({ template: { changedAt, changedBy } }: { template: KnownTemplate }) {
  if (changedAt === null || changedBy === null) return t('It says what it was shipped with.');
  return tx('Changed by {name}, {time}.', { name: changedBy.name, time: <TimeText at={changedAt} /> });
}

function useActs(template: KnownTemplate, onKept: (words: Words) => void) {
  const client = useQueryClient();
  const kept = async (now: KnownMailTemplate, sentence: string) => {
    onKept(wordsOf(now));
    told(sentence);
    await client.invalidateQueries({ queryKey: mailTemplatesQuery.queryKey, exact: true });
  };
  const saving = useMutation({
    mutationFn: (words: Words) => saveTemplate(template, words),
    onSuccess: (now) => kept(now, t('Kept. The next mail reads so.')),
    onError: toldFailure,
  });
  const resetting = useMutation({
    mutationFn: () => resetTemplate(template),
    onSuccess: (now) => kept(now, t('It reads as it was shipped again.')),
    onError: toldFailure,
  });
  const testing = useMutation({
    mutationFn: sendTest,
    onSuccess: ({ to }) => told(t('A test is on its way to {address}.', { address: to })),
    onError: toldFailure,
  });
  return { saving, resetting, testing };
}

export function MailForm({ template, sends }: { template: KnownTemplate; sends: boolean }) {
  const [words, setWords] = useState(wordsOf(template));
  const [about, setAbout] = useState<'sample' | 'me'>('sample');
  const [settled] = useDebouncedValue(words, 250);
  const preview = useQuery(mailPreviewQuery({ which: template, words: settled, about }));
  const { saving, resetting, testing } = useActs(template, setWords);
  const changed = differ(words, template);
  const sound = !preview.isError;
  return (
    <div className={classes.panes}>
      <div>
        <MailFields
          words={words}
          placeholders={template.placeholders}
          errors={fieldErrors(preview.error)}
          onWords={setWords}
        />
        <Text size="xs" c="var(--cw-muted)" mt="md">
          <ChangedBy template={template} />
        </Text>
        <Group mt="sm" gap="xs">
          <Button
            disabled={!changed || !sound}
            loading={saving.isPending}
            onClick={() => saving.mutate(words)}
          >
            {t('Keep these words')}
          </Button>
          <Button variant="default" disabled={!changed} onClick={() => setWords(wordsOf(template))}>
            {t('Leave it')}
          </Button>
          <Button
            variant="default"
            disabled={!sends || !sound}
            loading={testing.isPending}
            onClick={() => testing.mutate({ which: template, words, about })}
          >
            {t('Send me a test')}
          </Button>
          {differ(template, template.shipped) && (
            <Button variant="subtle" loading={resetting.isPending} onClick={() => resetting.mutate()}>
              {t('Back to what it was shipped with')}
            </Button>
          )}
        </Group>
      </div>
      <MailPreview preview={preview.data} about={about} onAbout={setAbout} />
    </div>
  );
}
