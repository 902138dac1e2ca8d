// The fields in which an observation of a measure is recorded, as its kind asks for them.
import { Fieldset, Group, SegmentedControl, Select, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Measure } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { t, unitAfter } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { type Observed, recordingOf } from './observed.ts';

interface Props {
  measure: Measure;
  label: string;
  description?: string | undefined;
  error?: ReactNode;
  observed: Observed;
  onChange: (observed: Observed) => void;
}

const toNumber = (value: number | string): number | null => (typeof value === 'number' ? value : null);

function Figure({ measure, label, description, error, observed, onChange, unit }: Props & { unit: string }) {
  return (
    <NumberField
      label={label}
      description={description}
      error={error}
      suffix={unitAfter(unit)}
      value={typeof observed.value === 'number' ? observed.value : ''}
      onChange={(value) => onChange({ ...observed, value: toNumber(value) })}
      data-measure={measure.id}
      data-autofocus
      flex={1}
    />
  );
}

/** Ratios cannot be averaged, so both halves are recorded. */
function Halves({ label, description, error, observed, onChange }: Props) {
  return (
    <Fieldset variant="unstyled" legend={label}>
      {description && (
        <Text size="xs" c="var(--cw-muted)">
          {description}
        </Text>
      )}
      <Group gap="sm" align="flex-start" mt={4} grow preventGrowOverflow={false}>
        <NumberField
          label={t('How many of them (numerator)')}
          value={observed.numerator ?? ''}
          data-autofocus
          error={error}
          onChange={(value) => onChange({ ...observed, numerator: toNumber(value) })}
        />
        <NumberField
          label={t('Out of how many (denominator)')}
          value={observed.denominator ?? ''}
          onChange={(value) => onChange({ ...observed, denominator: toNumber(value) })}
        />
      </Group>
    </Fieldset>
  );
}

function YesOrNo({ label, description, observed, onChange }: Props) {
  return (
    <Fieldset variant="unstyled" legend={label}>
      {description && (
        <Text size="xs" c="var(--cw-muted)">
          {description}
        </Text>
      )}
      <SegmentedControl
        mt={4}
        aria-label={label}
        value={observed.value === null ? '' : String(observed.value)}
        data={[
          { value: 'true', label: t('Yes') },
          { value: 'false', label: t('No') },
        ]}
        onChange={(value) => onChange({ ...observed, value: value === 'true' })}
      />
    </Fieldset>
  );
}

function Chosen({
  label,
  description,
  error,
  observed,
  onChange,
  data,
}: Props & { data: { value: string; label: string }[] }) {
  return (
    <Select
      label={label}
      description={description}
      error={error}
      clearable
      data={data}
      value={typeof observed.value === 'string' ? observed.value : null}
      onChange={(value) => onChange({ ...observed, value })}
    />
  );
}

const levelsOf = ({ standards }: Measure) =>
  standards?.kind === 'levels'
    ? Object.keys(standards.levels).map((level) => ({ value: level, label: level }))
    : [];

export function ObservedFields(props: Props) {
  const { measure, label, description, error, observed, onChange } = props;
  switch (recordingOf(measure)) {
    case 'ratio':
      return <Halves {...props} />;
    case 'yes-or-no':
      return <YesOrNo {...props} />;
    case 'level':
      return <Chosen {...props} data={levelsOf(measure)} />;
    case 'milestone':
      return (
        <Chosen
          {...props}
          label={`${label} · ${t('reached')}`}
          data={(measure.milestones ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      );
    case 'day':
      return (
        <DateField
          label={label}
          description={description}
          value={typeof observed.value === 'string' ? observed.value : ''}
          onChange={(day) => onChange({ ...observed, value: day || null })}
          clearable
        />
      );
    case 'days-late':
      return <Figure {...props} unit={t('days late')} />;
    case 'words':
      return (
        <Textarea
          label={label}
          description={description}
          error={error}
          autosize
          minRows={2}
          maxLength={200}
          value={typeof observed.value === 'string' ? observed.value : ''}
          onChange={(event) => onChange({ ...observed, value: event.currentTarget.value || null })}
        />
      );
    case 'cases':
      return (
        <Group gap="sm" align="flex-start">
          <Figure {...props} unit={measure.unit} />
          <NumberField
            label={t('Cases behind it')}
            w={140}
            min={0}
            value={observed.n ?? ''}
            onChange={(value) => onChange({ ...observed, n: toNumber(value) })}
          />
        </Group>
      );
    case 'number':
      return <Figure {...props} unit={measure.unit} />;
  }
}
