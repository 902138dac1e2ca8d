// Sends one event, with data when the designer types some; a pattern such as leave.* asks for the whole name.
import { Button, Group, JsonInput, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { type JsonObject, jsonObjectSchema, type Play, type ScenarioStep } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { PreviewWords } from './PreviewWords.tsx';
import { preview } from './rehearsal.ts';

interface Props {
  play: Play;
  event: string;
  onStep(step: ScenarioStep): void;
}

const isPattern = (event: string): boolean => event === '*' || event.endsWith('.*');

function readData(text: string): JsonObject | null | undefined {
  if (text.trim() === '') return undefined;
  try {
    const parsed = jsonObjectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function SendEvent({ play, event, onStep }: Props) {
  const [name, setName] = useState(isPattern(event) ? event.replace('*', '') : event);
  const [text, setText] = useState('');
  const data = readData(text);
  const isReady = data !== null && name !== '' && !name.endsWith('.');
  const step: ScenarioStep = { event: name, ...(data ? { data } : {}) };
  return (
    <div className={styles.answer}>
      {isPattern(event) && (
        <TextInput
          size="xs"
          label={t('Name of the event')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value.trim())}
        />
      )}
      <details className={styles.more}>
        <summary>{t('With data')}</summary>
        <JsonInput
          size="xs"
          aria-label={t('Data of {event} as JSON', { event })}
          placeholder={t('{ "urgent": true }')}
          autosize
          minRows={2}
          value={text}
          onChange={setText}
          error={data === null ? t('This is not yet a JSON object.') : undefined}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        />
      </details>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          leftSection={<IconSend size={14} />}
          disabled={!isReady}
          aria-label={t('Send {name}', { name })}
          onClick={() => onStep(step)}
        >
          {t('Send')}
        </Button>
        {isReady && data && <PreviewWords cycle={play.compiled.cycle} preview={preview(play, step)} />}
      </Group>
    </div>
  );
}
