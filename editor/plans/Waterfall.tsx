// The score's contributions as bars with numbers; the numbers alone say it all.

import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentScore, Goal } from '../../engine/index.ts';
import { rollUpQuery } from '../app/api/report-queries.ts';
import type { PlanScore } from '../app/api/wire.ts';
import { scoreText } from '../app/words/score.ts';
import { numberText, t } from '../language/index.ts';
import { outcomeStyle } from '../theme/theme.ts';
import { LaterFigures } from './LaterFigures.tsx';
import classes from './plans.module.css';
import { type Waterfall as Shape, waterfallOf } from './waterfall.ts';

const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${numberText(Math.abs(value), { minimumFractionDigits: 1, maximumFractionDigits: 1 })}`;

function Rows({ shape }: { shape: Shape }) {
  return shape.steps.map((step) => (
    <tr key={step.id}>
      <td style={{ width: '42%', padding: '4px 12px 4px 0' }}>
        <Text size="sm" lineClamp={2}>
          {step.name}
        </Text>
      </td>
      <td aria-hidden="true">
        <svg className={classes.bar} viewBox="0 0 100 16" preserveAspectRatio="none">
          <title>{signed(step.contribution)}</title>
          <rect width={100} height={16} className={classes.ground} />
          <rect
            x={step.from * 100}
            width={Math.max(1, (step.to - step.from) * 100)}
            height={16}
            fill={outcomeStyle[step.contribution < 0 ? 'below' : 'meets'].color}
          />
        </svg>
      </td>
      <td style={{ width: 64, textAlign: 'right', paddingLeft: 8 }}>
        <Text size="sm" fw={600} span>
          {signed(step.contribution)}
        </Text>
      </td>
    </tr>
  ));
}

interface Props {
  componentId: string;
  score: ComponentScore | null;
  goals: Goal[];
  /** What figures came to that came after the appraisal. */
  versions: PlanScore['versions'];
  /** Made by an appraisal of this plan; else it is worked out from today's observations. */
  appraised: boolean;
}

export function Waterfall({ componentId, score, goals, versions, appraised }: Props) {
  const parts = useQuery(rollUpQuery(componentId)).data?.items ?? [];
  const shape = waterfallOf(score, { goals, parts });
  if (!shape) return null;
  return (
    <section
      className={classes.panel}
      aria-label={appraised ? t('How the score comes about') : t('How it stands today')}
    >
      <Title order={3}>{appraised ? t('How the score comes about') : t('How it stands today')}</Title>
      <Text size="sm" c="var(--cw-muted)" mb="xs">
        {goals.length > 0
          ? t('100 meets every standard; each goal pushes up or pulls down, to {score}.', {
              score: scoreText(shape.score),
            })
          : t('100 meets every standard; each part pushes up or pulls down, to {score}.', {
              score: scoreText(shape.score),
            })}
        {!appraised && ` ${t('It counts once the plan is appraised.')}`}
      </Text>
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        <tbody>
          <Rows shape={shape} />
        </tbody>
      </table>
      <LaterFigures versions={versions} />
    </section>
  );
}
