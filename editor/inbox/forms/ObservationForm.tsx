// Record what was observed: one value per measure for its days; what is left empty is not recorded.
import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Measure, Observation, Period } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { dayNow, shortDate } from '../../app/words/due.ts';
import { latestOf } from '../../goals/GoalCard.tsx';
import { ObservedFields } from '../../goals/measure/ObservedFields.tsx';
import {
  isBegun,
  lacks,
  nothingObserved,
  type Observed,
  observedWords,
  placeOf,
  toRecorded,
} from '../../goals/measure/observed.ts';
import { daysToRecord, isAsOf, recordedFor } from '../../goals/measure/observed-days.ts';
import { StandardsTrack } from '../../goals/StandardsTrack.tsx';
import { t, tAs } from '../../language/index.ts';
import classes from '../inbox.module.css';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  /** Of the measures that something was typed of. */
  days: Record<string, Period>;
  /** Of all measures, in a draft of before. */
  start?: string;
  end?: string;
  /** A number is a value of a draft of before. */
  values: Record<string, Observed | number | null>;
  comment: string;
}

const errorOf = (errors: Partial<Record<string, string>>, index: number): string | undefined =>
  ['value', 'numerator', 'denominator', 'n']
    .map((key) => errors[`observations.${index}.${key}`])
    .find((error) => error !== undefined) ?? errors[`observations.${index}`];

interface DaysProps {
  measure: Measure;
  days: Period;
  onChange: (days: Period) => void;
}

/** A level is as of a day; anything else is for a span of days. */
function Days({ measure, days, onChange }: DaysProps) {
  if (isAsOf(measure) && days.start === days.end)
    return (
      <DateField label={t('As of')} value={days.end} onChange={(end) => onChange({ start: end, end })} />
    );
  return (
    <Group grow>
      <DateField label={t('From')} value={days.start} onChange={(start) => onChange({ ...days, start })} />
      <DateField label={tAs('day', 'To')} value={days.end} onChange={(end) => onChange({ ...days, end })} />
    </Group>
  );
}

interface BeforeProps extends Omit<DaysProps, 'onChange'> {
  value: Observed['value'];
  observations: Observation[];
}

/** Said before it is sent: what the value replaces, and what would count beside it. */
function Before({ measure, days, value, observations }: BeforeProps) {
  const { replaced, overlapping } = recordedFor(measure, { ...days, value }, observations);
  return (
    <div role="status">
      {replaced && (
        <Text size="xs" c="var(--cw-warning)">
          {t('Replaces {value}, recorded for the same days; it stays in the history.', {
            value: observedWords(replaced, measure),
          })}
        </Text>
      )}
      {overlapping.map((one) => (
        <Text key={one.id} size="xs" c="var(--cw-warning)">
          {t('{value} is recorded from {from} to {to}: some of these days would be counted in both.', {
            value: observedWords(one, measure),
            from: shortDate(one.periodStart),
            to: shortDate(one.periodEnd),
          })}
        </Text>
      ))}
    </div>
  );
}

export function ObservationForm(props: FormProps) {
  const { task, plan, measures, observations } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({ days: {}, values: {}, comment: '' }));
  const [today] = useState(() => dayNow());
  const daysOf = (measure: Measure): Period => {
    const { days, start, end } = draft;
    const typed = days[measure.id];
    if (typed) return typed;
    if (start && end) return { start, end };
    return daysToRecord(measure, { observations, period: plan?.period ?? null, today });
  };
  const errors = fieldErrors(props.error, 'result');
  const observedOf = (id: string): Observed => {
    const kept = draft.values[id] ?? null;
    return typeof kept === 'number' ? { ...nothingObserved, value: kept } : (kept ?? nothingObserved);
  };
  const given = measures.filter(({ id }) => isBegun(observedOf(id)));
  const set = (measure: Measure, patch: { observed?: Observed; days?: Period }) => {
    const { observed = observedOf(measure.id), days = daysOf(measure) } = patch;
    change({
      values: { ...draft.values, [measure.id]: observed },
      days: { ...draft.days, [measure.id]: days },
    });
  };
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('What was observed')}
      verb={
        given.length === 0
          ? t('Nothing to record')
          : t('Record {given} of {measures}', { given: given.length, measures: measures.length })
      }
      done={t('Observations recorded')}
      toResult={() => {
        const turned = given.map(daysOf).some(({ start, end }) => end < start);
        if (turned) return t('The period ends before it starts.');
        const half = given.find((measure) => lacks(measure, observedOf(measure.id)) !== null);
        if (half) return `${half.title}: ${lacks(half, observedOf(half.id))}`;
        return {
          observations: given.map((measure) => {
            const days = daysOf(measure);
            const { replaced } = recordedFor(
              measure,
              { ...days, value: observedOf(measure.id).value },
              observations,
            );
            return {
              measureId: measure.id,
              periodStart: days.start,
              periodEnd: days.end,
              ...toRecorded(measure, observedOf(measure.id)),
              ...(replaced ? { supersedes: replaced.id } : {}),
            };
          }),
          ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
        };
      }}
    >
      {measures.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('{component} has no measures of its own; its parts record theirs. You can go on.', {
            component: task.componentName,
          })}
        </Text>
      )}
      {measures.map((measure) => {
        const last = latestOf(observations, measure.id);
        const index = given.indexOf(measure);
        const days = daysOf(measure);
        return (
          <section key={measure.id} className={classes.entry} aria-label={measure.title}>
            <ObservedFields
              measure={measure}
              label={measure.title}
              description={t('Last: {value}', { value: observedWords(last, measure) })}
              error={errorOf(errors, index)}
              observed={observedOf(measure.id)}
              onChange={(observed) => set(measure, { observed })}
            />
            <Days measure={measure} days={days} onChange={(next) => set(measure, { days: next })} />
            <Before
              measure={measure}
              days={days}
              value={observedOf(measure.id).value}
              observations={observations}
            />
            <StandardsTrack
              measure={measure}
              value={placeOf(measure, observedOf(measure.id)) ?? last?.value}
            />
          </section>
        );
      })}
      <Words
        label={t('Comment')}
        optional
        minRows={2}
        value={draft.comment}
        onChange={(comment) => change({ comment })}
      />
    </FormFrame>
  );
}
