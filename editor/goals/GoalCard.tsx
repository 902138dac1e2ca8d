// A goal with its outcome, its measures and their standards drawn as tracks.

import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Goal, GoalResult, Measure, MeasureProgress, Observation, Period } from '../../engine/index.ts';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { natureWords, statusWords } from './goal-words.ts';
import classes from './goals.module.css';
import { forceWords } from './measure/force-words.ts';
import { sourceWords } from './measure/source-words.ts';
import { MeasureProgressLine } from './progress/MeasureProgressLine.tsx';
import { StandardsTrack } from './StandardsTrack.tsx';
import { standardWords, withUnit } from './track-of.ts';

interface Props {
  goal: Goal;
  measures: Measure[];
  /** Of those measures, in any order. */
  observations?: Observation[];
  /** The measurement behind the score, per measure; without it the latest observation is shown. */
  measurements?: Record<string, unknown>;
  result?: GoalResult;
  /** How far each measure has come by today. */
  progress?: readonly MeasureProgress[] | undefined;
  /** The score is that of an appraisal, and figures have come since: each measure also says what it comes to by today. */
  isOutdated?: boolean;
  /** The goal's share of the component's priorities, 0..1. */
  share?: number;
  /** Of the plan that the goal is shown in. */
  period?: Period | undefined;
  actions?: ReactNode;
  measureActions?: (measure: Measure) => ReactNode;
}

const dimensionWords = {
  quantity: t('Quantity'),
  quality: t('Quality'),
  cost: t('Cost'),
  timeliness: t('Timeliness'),
} as const;

export function latestOf(observations: Observation[], measureId: string): Observation | undefined {
  return observations
    .filter((one) => one.measureId === measureId && one.status !== 'void')
    .sort((a, b) =>
      a.periodEnd === b.periodEnd ? (a.at < b.at ? 1 : -1) : a.periodEnd < b.periodEnd ? 1 : -1,
    )[0];
}

interface LineProps {
  measure: Measure;
  value: unknown;
  /** Undefined: the same. */
  now: unknown;
  progress: MeasureProgress | undefined;
  period: Period | undefined;
  actions?: ReactNode;
}

function MeasureLine({ measure, value, now, progress, period, actions }: LineProps) {
  const days = forceWords(measure, period);
  return (
    <div className={classes.measure}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {measure.title}
          {measure.critical && (
            <Badge size="xs" ml={6} color="red" variant="light">
              {t('Critical')}
            </Badge>
          )}
        </Text>
        <Group gap={4} wrap="nowrap" style={{ flex: 'none' }}>
          <Text
            size="sm"
            fw={600}
            ta="end"
            c={value === null || value === undefined ? 'var(--cw-muted)' : undefined}
          >
            {withUnit(value ?? null, measure.unit)}
            {now !== undefined && (
              <Text span display="block" size="xs" fw={400} c="var(--cw-muted)">
                {t('now {value}', { value: withUnit(now, measure.unit) })}
              </Text>
            )}
          </Text>
          {actions}
        </Group>
      </Group>
      <Text size="xs" c="var(--cw-muted)">
        {sourceWords(measure)}
      </Text>
      {days && (
        <Text size="xs" c="var(--cw-muted)">
          {days}
        </Text>
      )}
      {measure.standards === null || measure.standards.kind === 'levels' ? (
        <Text size="xs" c="var(--cw-muted)">
          {standardWords(measure)}
        </Text>
      ) : (
        <StandardsTrack measure={measure} value={value} />
      )}
      {progress && <MeasureProgressLine of={progress} unit={measure.unit} />}
    </div>
  );
}

const sinceThen = (value: unknown, of: MeasureProgress | undefined): unknown =>
  of === undefined || of.measurement === value ? undefined : of.measurement;

export function GoalCard(props: Props) {
  const {
    goal,
    measures,
    observations = [],
    measurements = {},
    result,
    progress,
    isOutdated = false,
    share,
    period,
    actions,
    measureActions,
  } = props;
  const facts = [
    goal.dimension && dimensionWords[goal.dimension],
    share !== undefined && t('{percent} % of the priorities', { percent: Math.round(share * 100) }),
    goal.status !== 'open' && statusWords[goal.status],
    ...natureWords(goal),
  ].filter(Boolean);
  return (
    <article className={classes.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {goal.title}
            {goal.critical && (
              <Badge size="xs" ml={6} color="red" variant="light">
                {t('Critical')}
              </Badge>
            )}
          </Title>
          <Text size="xs" c="var(--cw-muted)">
            {facts.join(' · ')}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap" style={{ flex: 'none' }}>
          {result && (
            <OutcomeBadge
              outcome={result.outcome}
              detail={result.score === null ? undefined : scoreText(result.score)}
            />
          )}
          {actions}
        </Group>
      </Group>
      {measures.length === 0 && (
        <Text size="sm" c="var(--cw-muted)" mt="xs">
          {goal.scoreMode === 'own'
            ? t('No measure yet, so it cannot be scored.')
            : t('Scored from the goals below that contribute to it.')}
        </Text>
      )}
      {measures.map((measure) => {
        const value = measurements[measure.id] ?? latestOf(observations, measure.id)?.value;
        const reached = progress?.find(({ measureId }) => measureId === measure.id);
        return (
          <MeasureLine
            key={measure.id}
            measure={measure}
            value={value}
            now={isOutdated ? sinceThen(value, reached) : undefined}
            progress={reached}
            period={period}
            actions={measureActions?.(measure)}
          />
        );
      })}
    </article>
  );
}
