// Record what was observed: one value per measure for a period; what is left empty is not recorded.
import { Group, NumberInput, Text } from '@mantine/core';
import { DateField } from '../../app/parts/DateField.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { latestOf } from '../../goals/GoalCard.tsx';
import { StandardsTrack } from '../../goals/StandardsTrack.tsx';
import { withUnit } from '../../goals/track-of.ts';
import { t, tAs } from '../../language/index.ts';
import classes from '../inbox.module.css';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  start: string;
  end: string;
  values: Record<string, number | null>;
  comment: string;
}

export function ObservationForm(props: FormProps) {
  const { task, plan, measures, observations } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    start: plan?.period.start ?? task.openedAt.slice(0, 10),
    end: plan?.period.end ?? task.openedAt.slice(0, 10),
    values: {},
    comment: '',
  }));
  const errors = fieldErrors(props.error, 'result');
  const given = measures.filter(({ id }) => typeof draft.values[id] === 'number');
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
        return {
          observations: given.map(({ id }) => {
            const corrected = before(id);
            return {
              measureId: id,
              periodStart: draft.start,
              periodEnd: draft.end,
              value: draft.values[id] ?? 0,
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
            <NumberInput
              label={measure.title}
              description={
                corrected
                  ? t('Corrects {value} for the same days', {
                      value: withUnit(corrected.value, measure.unit),
                    })
                  : t('Last: {value}', { value: withUnit(last?.value ?? null, measure.unit) })
              }
              suffix={measure.unit ? ` ${measure.unit}` : ''}
              value={draft.values[measure.id] ?? ''}
              error={errors[`observations.${index}.value`] ?? errors[`observations.${index}`]}
              onChange={(value) =>
                change({
                  values: { ...draft.values, [measure.id]: typeof value === 'number' ? value : null },
                })
              }
            />
            <StandardsTrack measure={measure} value={draft.values[measure.id] ?? last?.value} />
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
