// What is chosen among few in the forms of tasks, in words.
import { t } from '../../language/index.ts';

export type Dimension = 'quantity' | 'quality' | 'cost' | 'timeliness';
export type Cause = 'measure' | 'standard' | 'method' | 'resources' | 'capability';

export const dimensionChoices: { value: Dimension; label: string }[] = [
  { value: 'quantity', label: t('Quantity') },
  { value: 'quality', label: t('Quality') },
  { value: 'cost', label: t('Cost') },
  { value: 'timeliness', label: t('Timeliness') },
];

export const causes: { value: Cause; label: string; about: string }[] = [
  { value: 'measure', label: t('The measure'), about: t('It does not show what matters.') },
  {
    value: 'standard',
    label: t('The standard'),
    about: t('It was set too high, too low, or for other times.'),
  },
  { value: 'method', label: t('The method'), about: t('The way of working does not lead there.') },
  { value: 'resources', label: t('Resources'), about: t('People, money, tools or time are missing.') },
  { value: 'capability', label: t('Capability'), about: t('Something must be learned or practised.') },
];
