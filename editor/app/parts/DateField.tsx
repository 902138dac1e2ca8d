// A day: typed in any usual way or picked, and shown as everywhere else, in the language of the page.
import '@mantine/dates/styles.layer.css';
import type { MantineStyleProps } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { habits, spokenLanguage, t } from '../../language/index.ts';
import { shortDate } from '../words/due.ts';
import { readDate } from '../words/read-date.ts';

interface Props {
  label: string;
  description?: string | undefined;
  required?: boolean | undefined;
  /** Such as 2026-11-26; empty when there is none. */
  value?: string;
  onChange: (day: string) => void;
  error?: ReactNode;
  onBlur?: () => void;
  onFocus?: () => void;
  /** The day may be taken away again. */
  clearable?: boolean;
  /** What holds without a day; an example of one would be taken for a day that was chosen. */
  none?: string;
  w?: MantineStyleProps['w'];
  flex?: MantineStyleProps['flex'];
}

export function DateField({ value, onChange, clearable = false, none, ...rest }: Props) {
  return (
    <DateInput
      {...rest}
      value={value || null}
      onChange={(day) => onChange(day ?? '')}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('Take the day away') }}
      allowDeselect={clearable}
      placeholder={none ?? (clearable ? t('No day') : t('Choose a day'))}
      valueFormat={(day) => shortDate(day)}
      dateParser={readDate}
      locale={spokenLanguage()}
      firstDayOfWeek={habits.firstWeekday}
      weekendDays={[]}
      highlightToday
      leftSection={<IconCalendar size={16} stroke={1.75} aria-hidden />}
      leftSectionPointerEvents="none"
    />
  );
}
