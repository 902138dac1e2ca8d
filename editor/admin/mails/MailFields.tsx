// What a mail says in its subject, before and after what it tells; names in braces are put in where the cursor was.
import { Button, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import { insertAt, meaningOf, type Words } from './mail-words.ts';

interface Props {
  words: Words;
  placeholders: readonly string[];
  errors: Record<string, string>;
  onWords: (words: Words) => void;
}

type Field = keyof Words;
type Input = HTMLInputElement | HTMLTextAreaElement;

function Placeholders({ names, onName }: { names: readonly string[]; onName: (name: string) => void }) {
  return (
    <Fieldset
      variant="unstyled"
      legend={
        <Text span size="xs" c="var(--cw-muted)">
          {t('Placeholders: a press puts one in where the cursor was')}
        </Text>
      }
    >
      <Group gap={6}>
        {names.map((name) => (
          <Hint key={name} label={meaningOf(name)}>
            <Button
              size="compact-xs"
              variant="default"
              ff="monospace"
              aria-label={t('Put in {placeholder}: {meaning}', {
                placeholder: `{${name}}`,
                meaning: meaningOf(name),
              })}
              onClick={() => onName(name)}
            >
              {`{${name}}`}
            </Button>
          </Hint>
        ))}
      </Group>
    </Fieldset>
  );
}

/** Which field was typed in last, and the fields themselves. */
function useCursor() {
  const last = useRef<Field>('introduction');
  const subject = useRef<HTMLInputElement>(null);
  const introduction = useRef<HTMLTextAreaElement>(null);
  const closing = useRef<HTMLTextAreaElement>(null);
  const inputs: Record<Field, RefObject<Input | null>> = { subject, introduction, closing };
  const follow = (field: Field) => ({
    onFocus: () => {
      last.current = field;
    },
  });
  return { last, inputs, follow, subject, introduction, closing };
}

export function MailFields({ words, placeholders, errors, onWords }: Props) {
  const { last, inputs, follow, subject, introduction, closing } = useCursor();
  const put = (name: string) => {
    const field = last.current;
    const input = inputs[field].current;
    const end = words[field].length;
    const at = { from: input?.selectionStart ?? end, to: input?.selectionEnd ?? end };
    const { text, cursor } = insertAt(words[field], name, at);
    onWords({ ...words, [field]: text });
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(cursor, cursor);
    });
  };
  const typed = (field: Field) => ({
    value: words[field],
    error: errors[field],
    onChange: (event: { currentTarget: Input }) => onWords({ ...words, [field]: event.currentTarget.value }),
    ...follow(field),
  });
  return (
    <Stack gap="sm">
      <TextInput ref={subject} label={t('Subject')} maxLength={200} {...typed('subject')} />
      <Textarea
        ref={introduction}
        label={t('Before what it tells')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={4_000}
        {...typed('introduction')}
      />
      <Textarea
        ref={closing}
        label={t('After it')}
        description={t('The links to the work and to end this mail follow by themselves.')}
        autosize
        minRows={2}
        maxRows={14}
        maxLength={4_000}
        {...typed('closing')}
      />
      <Placeholders names={placeholders} onName={put} />
      <Text size="xs" c="var(--cw-muted)">
        {t('An empty line begins a new paragraph. Words only: a tag is shown as it is typed.')}
      </Text>
    </Stack>
  );
}
