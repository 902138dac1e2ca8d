// Records one observation; the same days again is a correction and says so.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Measure, Observation, Period } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import type { NewObservation } from '../../app/api/wire.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { Failure } from '../../app/parts/Failure.tsx';
import { fieldErrors } from '../../app/parts/field-errors.ts';
import { told } from '../../app/parts/told.ts';
import { dayNow } from '../../app/words/due.ts';
import { ObservedFields } from '../../goals/measure/ObservedFields.tsx';
import {
  lacks,
  nothingObserved,
  type Observed,
  observedWords,
  placeOf,
  toRecorded,
} from '../../goals/measure/observed.ts';
import { daysToRecord } from '../../goals/measure/observed-days.ts';
import { StandardsTrack } from '../../goals/StandardsTrack.tsx';
import { t, tAs } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';

interface Props {
  opened: boolean;
  onClose: () => void;
  measures: Measure[];
  observations: Observation[];
  /** Of the plan. */
  period: Period;
}
type Values = { measureId: string; periodStart: string; periodEnd: string; observed: Observed };

function useRecording(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (observation: NewObservation) => post('/observations', observation),
    onSuccess: async () => {
      told(t('The observation is recorded.'));
      onDone();
      for (const key of ['observations', 'plans', 'reports'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

export function RecordDialog({ opened, onClose, measures, observations, period }: Props) {
  const daysOf = (measure: Measure | undefined): Pick<Values, 'periodStart' | 'periodEnd'> => {
    const today = dayNow();
    if (!measure) return { periodStart: today, periodEnd: today };
    const { start, end } = daysToRecord(measure, { observations, period, today });
    return { periodStart: start, periodEnd: end };
  };
  const form = useForm<Values>({
    initialValues: {
      measureId: measures[0]?.id ?? '',
      ...daysOf(measures[0]),
      observed: nothingObserved,
    },
    validate: {
      observed: (observed, { measureId }) => {
        const chosen = measures.find(({ id }) => id === measureId);
        return chosen ? lacks(chosen, observed) : null;
      },
      periodEnd: (value, { periodStart }) =>
        value < periodStart ? t('The period ends before it starts.') : null,
    },
  });
  const record = useRecording(() => {
    form.reset();
    onClose();
  });
  const { measureId, periodStart, periodEnd, observed } = form.values;
  const measure = measures.find(({ id }) => id === measureId);
  const corrected = observations.find(
    (one) =>
      one.measureId === measureId &&
      one.periodStart === periodStart &&
      one.periodEnd === periodEnd &&
      one.status !== 'void' &&
      !observations.some((other) => other.supersedes === one.id),
  );
  const send = ({ observed: given, ...values }: Values) =>
    record.mutate(
      {
        ...values,
        ...(measure ? toRecorded(measure, given) : {}),
        ...(corrected ? { supersedes: corrected.id } : {}),
      },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  return (
    <Dialog opened={opened} onClose={onClose} title={t('Record an observation')} size="lg">
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          {record.isError && <Failure error={record.error} />}
          <Select
            label={t('Measure')}
            searchable
            allowDeselect={false}
            data={measures.map(({ id, title }) => ({ value: id, label: title }))}
            {...form.getInputProps('measureId')}
            onChange={(id) =>
              id &&
              form.setValues({
                measureId: id,
                ...daysOf(measures.find((one) => one.id === id)),
                observed: nothingObserved,
              })
            }
          />
          <Group grow>
            <DateField label={t('From')} {...form.getInputProps('periodStart')} />
            <DateField label={tAs('day', 'To')} {...form.getInputProps('periodEnd')} />
          </Group>
          {measure && (
            <ObservedFields
              measure={measure}
              label={t('Value')}
              error={form.errors.observed ?? form.errors.value ?? form.errors.numerator ?? form.errors.n}
              observed={observed}
              onChange={(next) => form.setFieldValue('observed', next)}
            />
          )}
          {measure && <StandardsTrack measure={measure} value={placeOf(measure, observed)} />}
          {corrected && (
            <Text size="sm" c="var(--cw-warning)">
              {t(
                '{value} is recorded for these days. Yours corrects it; the earlier one stays in the history.',
                { value: measure ? observedWords(corrected, measure) : '' },
              )}
            </Text>
          )}
          <Button type="submit" loading={record.isPending}>
            {corrected ? t('Correct observation') : t('Record observation')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
