// For HR: words that were refused and that their writers think have to be said, and how texts are worded.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { referralsQuery } from '../app/api/wording-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t } from '../language/index.ts';
import classes from './feedback.module.css';
import { WordingRates } from './WordingRates.tsx';

export function BeforeHr() {
  const query = useQuery(referralsQuery);
  return (
    <Stack gap="xl" mt="md">
      <section aria-label={t('Put before HR')}>
        <Title order={2}>{t('Put before HR')}</Title>
        <Text size="sm" c="var(--cw-muted)" maw="72ch" mb="sm">
          {t('Nothing of it was sent. What has to be said, HR say themselves, to those whom it is about.')}
        </Text>
        <Loaded query={query}>
          {(items) =>
            items.length === 0 ? (
              <Text size="sm">{t('Nobody asks you just now')}</Text>
            ) : (
              <ul className={classes.list}>
                {items.map(({ id, at, author, about, text, words }) => (
                  <li key={id}>
                    <Text size="xs" c="var(--cw-muted)">
                      {t('{author} about {person}', { author: author.name, person: about })} ·{' '}
                      <TimeText at={at} />
                    </Text>
                    <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                      {text}
                    </Text>
                    <Text size="xs" c="var(--cw-muted)">
                      {words.map((one) => t('“{text}”', { text: one })).join(', ')}
                    </Text>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <WordingRates />
    </Stack>
  );
}
