// What was said in plans goes as their cycles say: of how many it is still to go, from when on, and of how many it has gone.
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeptTotal } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { plansKeptQuery } from './admin-queries.ts';

const names = {
  drafts: t('Drafts'),
  answers: t('Raw answers of raters'),
  notes: t('Reasons given in calibrations'),
};

const totalWords = ({ waiting, nextAt, gone }: KeptTotal): string =>
  [
    nextAt === null
      ? t('nothing is to go')
      : t('to go of {count, plural, one {# ended plan} other {# ended plans}}, first on {day}', {
          count: waiting,
          day: shortDate(nextAt),
        }),
    t('{count, plural, =0 {gone of none yet} one {gone of # plan} other {gone of # plans}}', { count: gone }),
  ].join('; ');

export function PlansKept() {
  const query = useQuery(plansKeptQuery);
  return (
    <>
      <Text component="h3" size="sm" fw={600} mt="md" mb={4}>
        {t('What was said in plans')}
      </Text>
      <Text size="sm" c="var(--cw-muted)" maw="72ch" mb={4}>
        {t(
          'It goes so long after the end of a plan as its cycle says under “retention”; where that says nothing, it stays.',
        )}
      </Text>
      <Loaded query={query} lines={3}>
        {(total) => (
          <List size="sm">
            {(['drafts', 'answers', 'notes'] as const).map((kind) => (
              <List.Item key={kind}>
                {names[kind]}: {totalWords(total[kind])}
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </>
  );
}
