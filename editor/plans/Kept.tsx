// How long the plan keeps what was said in it: what goes when, and what has gone.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { planRetentionQuery } from '../app/api/plan-queries.ts';
import type { KeptOfPlan } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { spanWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import classes from './plans.module.css';

const names: Record<KeptOfPlan['kind'], string> = {
  drafts: t('What was typed and not handed in'),
  answers: t('What raters said, word by word'),
  notes: t('Reasons given in calibrations'),
};

function whenWords({ span, dueAt, goneAt }: KeptOfPlan): string {
  if (goneAt !== null) return t('gone since {day}', { day: shortDate(goneAt) });
  if (dueAt !== null) return t('goes on {day}', { day: shortDate(dueAt) });
  return t('goes {span} after the plan has ended', { span: spanWords(span) ?? span });
}

export function Kept({ planId }: { planId: string }) {
  const items = useQuery(planRetentionQuery(planId)).data ?? [];
  if (items.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t('What is not kept for good')}>
      <Title order={3} mb={4}>
        {t('What is not kept for good')}
      </Title>
      <Stack gap={2}>
        {items.map((item) => (
          <Text key={item.kind} size="sm">
            {names[item.kind]}:{' '}
            <Text span c="var(--cw-muted)">
              {whenWords(item)}
            </Text>
          </Text>
        ))}
      </Stack>
      <Text size="xs" c="var(--cw-muted)" mt={4}>
        {t('Ratings, scores, signatures and outcomes stay.')}
      </Text>
    </section>
  );
}
