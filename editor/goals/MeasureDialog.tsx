// Adds a measure to a goal, or changes one.
import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { Goal, Measure, Observation } from '../../engine/index.ts';
import { observationsQuery } from '../app/api/organisation-queries.ts';
import { patch, post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { NumberField } from '../theme/NumberField.tsx';
import { ForceFields } from './measure/ForceFields.tsx';
import { asksAnew, type Shape } from './measure/kinds.ts';
import { MeasureAdvice } from './measure/MeasureAdvice.tsx';
import { ShapeFields } from './measure/ShapeFields.tsx';
import { isReasonAsked, ReasonField, withReason } from './ReasonField.tsx';
import { StandardsFields } from './StandardsFields.tsx';
import { PerfectionField } from './standards/PerfectionField.tsx';
import { useSaving } from './use-saving.ts';

type Values = Shape &
  Pick<
    Measure,
    'title' | 'critical' | 'source' | 'standards' | 'absolute' | 'effectiveFrom' | 'effectiveTo'
  > & { reason: string };
interface Props {
  goal: Goal;
  measure?: Measure;
  onClose: () => void;
}

const none: Observation[] = [];

const startOf = (measure: Measure | undefined): Values => ({
  title: measure?.title ?? '',
  kind: measure?.kind ?? 'number',
  unit: measure?.unit ?? '',
  direction: measure?.direction ?? 'increase',
  timeAggregation: measure?.timeAggregation ?? 'last',
  weight: measure?.weight ?? 1,
  critical: measure?.critical ?? false,
  source: measure?.source ?? 'manual',
  cadence: measure?.cadence ?? null,
  per: measure?.per,
  milestones: measure?.milestones,
  standards: measure?.standards ?? null,
  absolute: measure?.absolute,
  effectiveFrom: measure?.effectiveFrom ?? null,
  effectiveTo: measure?.effectiveTo ?? null,
  reason: '',
});

/** The standard is for the kind and direction that it was set for; others ask for another one. */
function turn(form: UseFormReturnType<Values>, next: Values): void {
  form.setValues(asksAnew(form.values, next) ? { ...next, standards: null } : next);
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const { kind, direction, standards } = form.values;
  return (
    <>
      <Group align="flex-start" wrap="nowrap">
        <TextInput label={t('Measure')} flex={1} data-autofocus {...form.getInputProps('title')} />
        <TextInput label={t('Unit')} w={100} {...form.getInputProps('unit')} />
        {kind !== 'narrative' && (
          <NumberField label={t('Weight')} w={90} min={0} {...form.getInputProps('weight')} />
        )}
      </Group>
      <ShapeFields shape={form.values} onChange={(next) => turn(form, next)} />
      {form.errors.milestones && (
        <Text size="sm" c="var(--cw-danger)" role="alert">
          {form.errors.milestones}
        </Text>
      )}
      <TextInput
        label={t('Source')}
        description={t('Where its figures come from')}
        {...form.getInputProps('source')}
      />
      <Switch
        label={t('Critical')}
        description={t('When it is below, its goal is below, whatever the number')}
        {...form.getInputProps('critical', { type: 'checkbox' })}
      />
      <ForceFields
        days={form.values}
        onChange={(days) => form.setValues(days)}
        errors={{ from: form.errors.effectiveFrom, to: form.errors.effectiveTo }}
      />
      <StandardsFields
        key={`${kind} ${direction}`}
        measure={form.values}
        standards={standards}
        value={undefined}
        onChange={(next) => form.setFieldValue('standards', next)}
      />
    </>
  );
}

/** As it would be stored. */
const draftOf = (
  { reason: _, ...values }: Values,
  { goal, measure }: Pick<Props, 'goal' | 'measure'>,
): Measure => ({
  ...{ version: 1, missingPolicy: 'exclude', waived: false, dueFrom: null },
  ...measure,
  ...values,
  id: measure?.id ?? 'new',
  goalId: goal.id,
});

export function MeasureDialog({ goal, measure, onClose }: Props) {
  const observations = useQuery(observationsQuery(goal.componentId)).data ?? none;
  const form = useForm<Values>({
    initialValues: startOf(measure),
    validate: {
      title: (title) => (title.trim() === '' ? t('Say what is measured.') : null),
      milestones: (milestones) =>
        milestones?.some(({ title }) => title.trim() === '') ? t('Each milestone needs a title.') : null,
    },
  });
  const save = useSaving(
    ({ milestones, ...values }: Values) => {
      const wish = withReason({ ...values, ...(values.kind === 'milestones' ? { milestones } : {}) });
      return measure
        ? patch(`/measures/${encodeURIComponent(measure.id)}`, wish)
        : post('/measures', { ...wish, goalId: goal.id });
    },
    measure ? t('The measure is changed.') : t('The measure is added.'),
    onClose,
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={measure ? t('Change the measure') : t('Add a measure to “{goal}”', { goal: goal.title })}
      size="lg"
    >
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {save.isError && <Failure error={save.error} />}
          <Fields form={form} />
          <PerfectionField
            measure={draftOf(form.values, { goal, measure })}
            onChange={(absolute) => form.setFieldValue('absolute', absolute)}
          />
          <MeasureAdvice
            measure={draftOf(form.values, { goal, measure })}
            goals={[goal]}
            observations={observations}
          />
          <ReasonField rest={form.getInputProps('reason')} isAsked={isReasonAsked(save.error)} />
          <Button type="submit" loading={save.isPending}>
            {measure ? t('Save changes') : t('Add measure')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
