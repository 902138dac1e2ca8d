// What the person wrote into tasks that others have now: it stays theirs to read, and nobody else's.
import { Button, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { LeftDraft } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t } from '../language/index.ts';
import classes from './inbox.module.css';
import { leftDraftsQuery } from './task-drafts.ts';
import { writtenWords } from './written-words.ts';

const whereItIs = ({ state, assignee }: LeftDraft): string => {
  if (state === 'open') return assignee ? t('now with {person}', { person: assignee.name }) : t('Nobody yet');
  return state === 'completed' ? t('done by somebody else') : t('closed');
};

function Line({ draft }: { draft: LeftDraft }) {
  const [opened, { toggle }] = useDisclosure(false);
  const words = writtenWords(draft.content);
  return (
    <div className={classes.left}>
      <Text size="sm" fw={500} truncate>
        {draft.title}
      </Text>
      <Text size="xs" c="var(--cw-muted)">
        {draft.componentName}
        {'\u00a0· '}
        {whereItIs(draft)}
        {'\u00a0· '}
        <TimeText at={draft.savedAt} />
      </Text>
      {words.length > 0 && (
        <Button size="compact-xs" variant="default" mt={4} aria-expanded={opened} onClick={toggle}>
          {opened ? t('Hide the draft') : t('Read the draft')}
        </Button>
      )}
      <Collapse expanded={opened}>
        {words.map((text) => (
          <Text key={text} size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </Text>
        ))}
      </Collapse>
    </div>
  );
}

export function LeftDrafts() {
  const drafts = useQuery(leftDraftsQuery).data ?? [];
  if (drafts.length === 0) return null;
  return (
    <section aria-label={t('Drafts that you left')}>
      <h2 className={classes.section}>{t('Drafts that you left')}</h2>
      {drafts.map((draft) => (
        <Line key={draft.taskId} draft={draft} />
      ))}
    </section>
  );
}
