// What was written in forms of the cycle's own, such as a notice or a check-in, for all who may read it.
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { appraisalQuery } from '../app/api/rating-queries.ts';
import type { Appraisal } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { GivenWords } from '../inbox/page/GivenWords.tsx';
import { givenLines } from '../inbox/page/given-lines.ts';
import { t } from '../language/index.ts';
import classes from './ratings.module.css';

type Answer = Appraisal['written'][number];

const One = ({ answer: { title, by, at, form, result } }: { answer: Answer }) => (
  <li className={classes.version}>
    <Text size="sm" fw={600}>
      {title}
    </Text>
    {givenLines({ form, result }, []).map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order.
      <div key={at} className={classes.goal}>
        <Text size="sm" fw={500}>
          {line.label}
        </Text>
        <GivenWords line={line} />
      </div>
    ))}
    <Text size="xs" c="var(--cw-muted)">
      {by && `${by.name} · `}
      <TimeText at={at} />
    </Text>
  </li>
);

/** Nothing where nothing was written. */
export function Written({ planId }: { planId: string }) {
  const written = useQuery(appraisalQuery(planId)).data?.written ?? [];
  if (written.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t('What was written')}>
      <Title order={3} mb="xs">
        {t('What was written')}
      </Title>
      <ol className={classes.list}>
        {[...written].reverse().map((answer) => (
          <One key={answer.taskId} answer={answer} />
        ))}
      </ol>
    </section>
  );
}
