// What happened, newest first; each line says who or what moved the plan, and what followed.

import { Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Cycle } from '../../engine/index.ts';
import { planHistoryQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { historyWords } from '../app/words/history.ts';
import { scoreText } from '../app/words/score.ts';
import { taskTitles } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { OutcomeShape } from '../theme/OutcomeShape.tsx';
import classes from './plans.module.css';

interface Props {
  plan: PlanDetail;
  /** Of the plan's version, once it is read. */
  cycle: Cycle | undefined;
}

export function History({ plan, cycle }: Props) {
  const names = { stages: plan.stageNames, tasks: cycle ? taskTitles(cycle.stages) : {} };
  const history = useQuery(planHistoryQuery(plan.id));
  return (
    <section className={`${classes.panel} ${classes.history}`} aria-label={t('History')}>
      <Title order={3} mb="sm">
        {t('History')}
      </Title>
      <Loaded query={history}>
        {(lines) => (
          <Timeline bulletSize={14} lineWidth={2} active={-1}>
            {[...lines]
              .sort((a, b) => b.seq - a.seq)
              .map((line, index, newestFirst) => {
                const { title, after } = historyWords(line, names, newestFirst[index + 1]);
                return (
                  <Timeline.Item
                    key={line.seq}
                    bullet={line.outcome ? <OutcomeShape outcome={line.outcome} size={10} /> : undefined}
                    title={
                      <Hint label={line.event.type}>
                        <Text span size="sm" fw={500}>
                          {title}
                        </Text>
                      </Hint>
                    }
                  >
                    {after.length > 0 && (
                      <Text size="sm" c="var(--cw-muted)" className={classes.after}>
                        {after.join(' · ')}
                      </Text>
                    )}
                    <Text size="xs" c="var(--cw-muted)">
                      <TimeText at={line.at} />
                      {line.score !== null && ` · ${t('score {score}', { score: scoreText(line.score) })}`}
                    </Text>
                  </Timeline.Item>
                );
              })}
          </Timeline>
        )}
      </Loaded>
    </section>
  );
}
