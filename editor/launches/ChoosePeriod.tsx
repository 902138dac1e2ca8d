// Which days a launch covers: those of the cycle's cadence, by one press the ones after them, or days that are typed.
import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Cadence, Period } from '../../engine/index.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { t } from '../language/index.ts';
import type { LaunchChoices } from './new-launch.ts';

/** Of today, and the one after it. */
const words: Record<Cadence, readonly [string, string]> = {
  month: [t('This month'), t('Next month')],
  quarter: [t('This quarter'), t('Next quarter')],
  'half-year': [t('This half-year'), t('Next half-year')],
  year: [t('This year'), t('Next year')],
};

interface Props {
  form: UseFormReturnType<LaunchChoices>;
  cadence: Cadence | undefined;
  period: Period;
}

export function ChoosePeriod({ form, cadence = 'year', period }: Props) {
  const { errors, values } = form;
  const change = (next: Partial<LaunchChoices>) => {
    form.setValues(next);
    for (const field of ['start', 'end', 'period', 'period.start', 'period.end']) form.clearFieldError(field);
  };
  const type = (day: Partial<Period>) => change({ typed: { ...period, ...day } });
  return (
    <Stack gap={6}>
      <Group grow align="flex-start">
        <DateField
          label={t('First day of the period')}
          value={period.start}
          onChange={(start) => type({ start })}
          error={errors.start ?? errors['period.start']}
        />
        <DateField
          label={t('Last day')}
          value={period.end}
          onChange={(end) => type({ end })}
          error={errors.end ?? errors.period ?? errors['period.end']}
        />
      </Group>
      <Group gap={6}>
        {words[cadence].map((label, later) => {
          const isChosen = values.typed === null && values.later === later;
          return (
            <Button
              key={label}
              size="compact-sm"
              variant={isChosen ? 'light' : 'default'}
              aria-pressed={isChosen}
              onClick={() => change({ typed: null, later })}
            >
              {label}
            </Button>
          );
        })}
      </Group>
    </Stack>
  );
}
