// When a goal is to be reached, and what kind of goal it is: what the rules of goals and standards ask about.
import { Checkbox, Group, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Goal } from '../../engine/index.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { t } from '../language/index.ts';

export type Nature = Pick<Goal, 'start' | 'due' | 'multiCycle' | 'learning' | 'stretch' | 'paid'>;
type Mark = 'multiCycle' | 'learning' | 'stretch' | 'paid';

const marks: { value: Mark; label: string; description: string }[] = [
  {
    value: 'multiCycle',
    label: t('Lasts several periods'),
    description: t('It may be due after the period ends'),
  },
  { value: 'learning', label: t('Learning goal'), description: t('Shown by milestones, not by a figure') },
  { value: 'stretch', label: t('Stretch goal'), description: t('Out of reach for most') },
  { value: 'paid', label: t('Moves pay'), description: t('Not together with a stretch goal') },
];

/** Only what was said: a goal of which nobody said it stays as it was. */
export const natureOf = (goal: Goal | undefined): Nature => {
  if (!goal) return {};
  const { start, due, multiCycle, learning, stretch, paid } = goal;
  return { start, due, multiCycle, learning, stretch, paid };
};

interface Props {
  nature: Nature;
  errors: { start?: ReactNode; due?: ReactNode };
  onChange: (next: Nature) => void;
}

export function NatureFields({ nature, errors, onChange }: Props) {
  const said = marks.map(({ value }) => value).filter((value) => nature[value]);
  const marked = (values: string[]): Nature => {
    const changed = marks.filter(({ value }) => values.includes(value) !== said.includes(value));
    return { ...nature, ...Object.fromEntries(changed.map(({ value }) => [value, values.includes(value)])) };
  };
  return (
    <>
      <Group grow align="flex-start">
        <DateField
          label={t('Starts on')}
          description={t('Left out: when the period does')}
          clearable
          value={nature.start ?? ''}
          error={errors.start}
          onChange={(day) => onChange({ ...nature, start: day || null })}
        />
        <DateField
          label={t('Due on')}
          description={t('Left out: when the period ends')}
          clearable
          value={nature.due ?? ''}
          error={errors.due}
          onChange={(day) => onChange({ ...nature, due: day || null })}
        />
      </Group>
      <Checkbox.Group
        label={t('What kind of goal')}
        value={said}
        onChange={(values) => onChange(marked(values))}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing={6} mt={4}>
          {marks.map(({ value, label, description }) => (
            <Checkbox key={value} value={value} label={label} description={description} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </>
  );
}
