// Plans over time, the most urgent first: a light bar for the way so far, a strong one for the stage in which a plan is,
// a mark where its next act is due. What the bars show is also said in words. Only the lines in sight are drawn.
import { Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { PlanItem } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { daysSince, nowInstant, shortDate } from '../app/words/due.ts';
import { dateText, t, viewerZone } from '../language/index.ts';
import { walkByArrows } from './arrow-walk.ts';
import { nextAct } from './next-act.ts';
import classes from './timeline.module.css';
import { lineOf, monthsIn, placeOf, type Span, spanOf } from './timeline.ts';
import { type StageNames, useStageNames } from './use-stage-names.ts';

const LINE = 46;
const percent = (share: number): string => `${share * 100}%`;
const between = (start: number, end: number) => ({
  left: percent(start),
  width: percent(Math.max(0.004, end - start)),
});

function Axis({ span, now }: { span: Span; now: string }) {
  return (
    <div className={classes.axis} aria-hidden="true">
      <span />
      <div className={classes.track}>
        {monthsIn(span, now).map((month) => (
          <span key={month} className={classes.month} style={{ left: percent(placeOf(month, span)) }}>
            {dateText(month, { timeZone: 'UTC', month: 'short' })}
          </span>
        ))}
        <span className={classes.now} style={{ left: percent(placeOf(now, span)) }}>
          {t('today')}
        </span>
      </div>
      <span />
    </div>
  );
}

function stayWords(plan: PlanItem, now: string, stageNames: StageNames): string {
  const { movedAt, startedAt, status } = plan;
  const began = shortDate(startedAt);
  if (status === 'ended') return t('Began {began}, ended {ended}', { began, ended: shortDate(movedAt) });
  const days = daysSince(movedAt, now, viewerZone());
  return t(
    'Began {began}; in “{stage}” for {days, plural, =0 {less than a day} one {# day} other {# days}}',
    {
      began,
      stage: stageNames(plan),
      days,
    },
  );
}

interface BarProps {
  plan: PlanItem;
  span: Span;
  now: string;
  words: string;
}

function Bar({ plan, span, now, words }: BarProps) {
  const { began, moved, until, due, isLate } = lineOf(plan, span, now);
  return (
    <div className={classes.track} title={words}>
      <span className={classes.way} style={between(began, moved)} />
      <span className={classes.stay} data-ended={plan.status === 'ended'} style={between(moved, until)} />
      {due !== null && <span className={classes.due} data-late={isLate} style={{ left: percent(due) }} />}
    </div>
  );
}

export function Timeline({ plans }: { plans: PlanItem[] }) {
  const now = useMemo(nowInstant, []);
  const span = useMemo(() => spanOf(plans, now), [plans, now]);
  const stageNames = useStageNames(plans);
  const frame = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: plans.length,
    estimateSize: () => LINE,
    overscan: 12,
    scrollMargin: frame.current?.offsetTop ?? 0,
  });
  return (
    <section className={classes.timeline} onKeyDown={walkByArrows} aria-label={t('Timeline')}>
      <Axis span={span} now={now} />
      <ul
        ref={frame}
        aria-label={t('Timeline of plans')}
        className={classes.lines}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const plan = plans[index];
          if (!plan) return null;
          const act = nextAct(plan);
          const words = stayWords(plan, now, stageNames);
          return (
            <li
              key={plan.id}
              aria-setsize={plans.length}
              aria-posinset={index + 1}
              className={classes.line}
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              <PlainLink to="/plans/$planId" params={{ planId: plan.id }} className={classes.name} data-walk>
                <Text size="sm" fw={500} truncate>
                  {plan.componentName}
                </Text>
                <Text size="xs" c="var(--cw-muted)" truncate>
                  {act.who ? `${act.who}: ${act.words}` : act.words}
                </Text>
                <span className={classes.said}>{words}</span>
              </PlainLink>
              <Bar plan={plan} span={span} now={now} words={words} />
              <span className={classes.when}>{act.dueAt && <DueText at={act.dueAt} />}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
