// Record what was observed: one value per measure for a period; what is left empty is not recorded.
import { Group, Text } from '@mantine/core';
import { DateField } from '../../app/parts/DateField.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
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
import { StandardsTrack } from '../../goals/StandardsTrack.tsx';
import { t, tAs } from '../../language/index.ts';
import classes from '../inbox.module.css';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  start: string;
  end: string;
  /** A number is a value of a draft of before. */
  values: Record<string, Observed | number | null>;
  comment: string;
}

const errorOf = (errors: Partial<Record<string, string>>, index: number): string | undefined =>
  ['value', 'numerator', 'denominator', 'n']
    .map((key) => errors[`observations.${index}.${key}`])
    .find((error) => error !== undefined) ?? errors[`observations.${index}`];

export function ObservationForm(props: FormProps) {
  const { task, plan, measures, observations } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    start: plan?.period.start ?? task.openedAt.slice(0, 10),
    end: plan?.period.end ?? task.openedAt.slice(0, 10),
    values: {},
    comment: '',
  }));
  const errors = fieldErrors(props.error, 'result');
  const observedOf = (id: string): Observed => {
    const kept = draft.values[id] ?? null;
    return typeof kept === 'number' ? { ...nothingObserved, value: kept } : (kept ?? nothingObserved);
  };
  const given = measures.filter(({ id }) => isBegun(observedOf(id)));
  /** An earlier value for the same days is corrected, never overwritten in silence. */
  const before = (measureId: string) =>
    observations.find(
      (one) =>
        one.measureId === measureId &&
        one.periodStart === draft.start &&
        one.periodEnd === draft.end &&
        one.status !== 'void' &&
        !observations.some((other) => other.supersedes === one.id),
    );
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
        if (draft.end < draft.start) return t('The period ends before it starts.');
        const half = given.find((measure) => lacks(measure, observedOf(measure.id)) !== null);
        if (half) return `${half.title}: ${lacks(half, observedOf(half.id))}`;
        return {
          observations: given.map((measure) => {
            const { id } = measure;
            const corrected = before(id);
            return {
              measureId: id,
              periodStart: draft.start,
              periodEnd: draft.end,
              ...toRecorded(measure, observedOf(id)),
              ...(corrected ? { supersedes: corrected.id } : {}),
            };
          }),
          ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
        };
      }}
    >
      <Group grow>
        <DateField label={t('From')} value={draft.start} onChange={(start) => change({ start })} />
        <DateField label={tAs('day', 'To')} value={draft.end} onChange={(end) => change({ end })} />
      </Group>
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
        const corrected = before(measure.id);
        return (
          <section key={measure.id} className={classes.entry} aria-label={measure.title}>
            <ObservedFields
              measure={measure}
              label={measure.title}
              description={
                corrected
                  ? t('Corrects {value} for the same days', { value: observedWords(corrected, measure) })
                  : t('Last: {value}', { value: observedWords(last, measure) })
              }
              error={errorOf(errors, index)}
              observed={observedOf(measure.id)}
              onChange={(observed) => change({ values: { ...draft.values, [measure.id]: observed } })}
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
