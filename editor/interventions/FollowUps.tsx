// Whether what was done helped: the appraisal before each intervention beside those after, by measure.
import { Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { measuresQuery } from '../app/api/organisation-queries.ts';
import { planFollowUpsQuery } from '../app/api/plan-queries.ts';
import type { FollowUp, PlanDetail } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import classes from './interventions.module.css';

type Verdict = FollowUp['verdict'];
type Figure = FollowUp['measures'][number]['before'];

const verdictWords: Record<Verdict, string> = {
  better: t('▲ better'),
  same: t('● the same'),
  worse: t('▼ worse'),
  unknown: t('○ not known yet'),
};

function figureText(figure: Figure): string {
  if (figure === null || figure.score === null) return '–';
  const score = scoreText(figure.score);
  if (figure.coverage >= 1) return score;
  return t('{score} ({percent} % has data)', { score, percent: Math.round(figure.coverage * 100) });
}

function summary({ before, after, verdict }: FollowUp): string {
  const last = after.at(-1);
  if (!before || !last) return t('The next appraisal will show whether it helped.');
  return t('{before} before, {after} now: {verdict}', {
    before: figureText(before),
    after: figureText(last),
    verdict: verdictWords[verdict],
  });
}

function Measures({ item, nameOf }: { item: FollowUp; nameOf: (id: string) => string }) {
  if (item.measures.length === 0 || item.after.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table
        fz="xs"
        verticalSpacing={4}
        aria-label={t('Measures before and after {title}', { title: item.title })}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Measure')}</Table.Th>
            <Table.Th>{t('Before')}</Table.Th>
            {item.after.map(({ at }) => (
              <Table.Th key={at}>{shortDate(at)}</Table.Th>
            ))}
            <Table.Th>{t('It became')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {item.measures.map(({ measureId, before, after, verdict }) => (
            <Table.Tr key={measureId}>
              <Table.Td>{nameOf(measureId)}</Table.Td>
              <Table.Td>{figureText(before)}</Table.Td>
              {item.after.map(({ at }, index) => (
                <Table.Td key={at}>{figureText(after[index] ?? null)}</Table.Td>
              ))}
              <Table.Td>{verdictWords[verdict]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function FollowUps({ plan }: { plan: PlanDetail }) {
  const items = useQuery(planFollowUpsQuery(plan.id)).data ?? [];
  const measures = useQuery(measuresQuery(plan.componentId)).data ?? [];
  const nameOf = (id: string) => measures.find((one) => one.id === id)?.title ?? id;
  if (items.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t('Did it help?')}>
      <Title order={3} mb="xs">
        {t('Did it help?')}
      </Title>
      {items.map((item) => (
        <div key={item.key} className={classes.item}>
          <Text size="sm" fw={600}>
            {item.title}
          </Text>
          <Text size="sm" c="var(--cw-muted)">
            {summary(item)}
          </Text>
          <Measures item={item} nameOf={nameOf} />
        </div>
      ))}
    </section>
  );
}
