// From when until when a measure counts; folded away while it counts all the time.
import { Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Measure } from '../../../engine/index.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { t } from '../../language/index.ts';
import classes from '../goals.module.css';
import { forceWords } from './force-words.ts';

type Days = Pick<Measure, 'effectiveFrom' | 'effectiveTo'>;
interface Props {
  days: Days;
  onChange: (days: Days) => void;
  errors: { from?: ReactNode; to?: ReactNode };
}

export function ForceFields({ days, onChange, errors }: Props) {
  const { effectiveFrom, effectiveTo } = days;
  // What an error opened stays open while it is mended.
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={classes.fold}
      open={isOpen || Boolean(errors.from || errors.to)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{forceWords(days) ?? t('In force all the time')}</summary>
      <Group grow align="flex-start" mt="xs">
        <DateField
          label={t('In force from')}
          description={t('The first day on which it counts')}
          clearable
          none={t('From the start')}
          value={effectiveFrom ?? ''}
          onChange={(day) => onChange({ effectiveFrom: day || null, effectiveTo })}
          error={errors.from}
        />
        <DateField
          label={t('In force until')}
          description={t('The last day on which it counts')}
          clearable
          none={t('To the end')}
          value={effectiveTo ?? ''}
          onChange={(day) => onChange({ effectiveFrom, effectiveTo: day || null })}
          error={errors.to}
        />
      </Group>
    </details>
  );
}
