// That somebody else began the task, or the person before it was opened again; their words where they may be read.
import { Alert, Button, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import type { TaskDrafts } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { t, tx } from '../language/index.ts';
import { writtenWords } from './written-words.ts';

type Earlier = TaskDrafts['earlier'][number];

export function Words({ content }: { content: object }) {
  const [opened, { toggle }] = useDisclosure(false);
  const words = writtenWords(content);
  if (words.length === 0) return <Text size="sm">{t('It has no words of its own yet.')}</Text>;
  return (
    <>
      <Button size="compact-xs" variant="default" mt={6} aria-expanded={opened} onClick={toggle}>
        {opened ? t('Hide the draft') : t('Read the draft')}
      </Button>
      <Collapse expanded={opened}>
        {words.map((text) => (
          <Text key={text} size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap' }} maw="72ch">
            {text}
          </Text>
        ))}
      </Collapse>
    </>
  );
}

export function EarlierDrafts({ earlier }: { earlier: readonly Earlier[] }) {
  const me = useMe();
  return earlier.map(({ person, savedAt, content }) => (
    <Alert
      key={`${person.id} ${savedAt}`}
      color="gray"
      icon={<IconPencil aria-hidden />}
      title={person.id === me.id ? t('You began this before') : t('There is an earlier draft')}
    >
      <Text size="sm">
        {person.id === me.id
          ? tx('The task was closed and is open again. You last wrote on {time}.', {
              time: <TimeText at={savedAt} />,
            })
          : tx('{person} last wrote on {time}. It stays theirs; nothing of it was handed in.', {
              person: person.name,
              time: <TimeText at={savedAt} />,
            })}
      </Text>
      {content && <Words content={content} />}
    </Alert>
  ));
}
