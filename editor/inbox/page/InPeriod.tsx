// What was measured and said in the plan's period, beside the form: the newest first.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { feedbackQuery } from '../../app/api/feedback-queries.ts';
import type { PlanDetail } from '../../app/api/wire.ts';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { shortDate } from '../../app/words/due.ts';
import { withUnit } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import { inOrder, sourceWords } from '../../plans/observations/provenance.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { isInPeriod } from './in-period.ts';

const mostShown = 6;

function Measured({ material: { measures, observations }, plan }: { material: Material; plan: PlanDetail }) {
  const shown = inOrder(observations)
    .filter(({ one, correctedBy }) => correctedBy === null && isInPeriod(one, plan.period))
    .slice(0, mostShown);
  if (shown.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t('Measured in the period')}>
      <Title order={3} size="h4" mb={6}>
        {t('Measured in the period')}
      </Title>
      <Stack gap={6}>
        {shown.map(({ one, proposed }) => {
          const measure = measures.find(({ id }) => id === one.measureId);
          return (
            <Text size="sm" key={one.id}>
              {measure?.title ?? one.measureId}: <strong>{withUnit(one.value, measure?.unit ?? '')}</strong>{' '}
              <Text span c="var(--cw-muted)" size="xs">
                {shortDate(one.periodStart)} – {shortDate(one.periodEnd)} · {sourceWords(one)}
                {one.status === 'provisional' &&
                  ` · ${proposed ? t('proposed correction') : t('provisional')}`}
              </Text>
            </Text>
          );
        })}
      </Stack>
    </section>
  );
}

function Said({ plan }: { plan: PlanDetail }) {
  const { start, end } = plan.period;
  const said = (useQuery(feedbackQuery({ componentId: plan.componentId })).data ?? []).filter(
    ({ at }) => at.slice(0, 10) >= start && at.slice(0, 10) <= end,
  );
  if (said.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t('Feedback in the period')}>
      <Title order={3} size="h4" mb={6}>
        {t('Feedback in the period')}
      </Title>
      <Stack gap={8}>
        {said.slice(0, mostShown).map(({ id, text, author, at }) => (
          <Text size="sm" key={id} style={{ overflowWrap: 'anywhere' }}>
            {t('“{text}”', { text })}{' '}
            <Text span c="var(--cw-muted)" size="xs">
              {author.name}, <TimeText at={at} />
            </Text>
          </Text>
        ))}
      </Stack>
    </section>
  );
}

export function InPeriod({ material, plan }: { material: Material; plan: PlanDetail }) {
  return (
    <>
      <Measured material={material} plan={plan} />
      <Said plan={plan} />
    </>
  );
}
