// Whether what changes in the middle of the cycle is followed too: a second launch, for the same components.
import { Checkbox } from '@mantine/core';
import { t } from '../language/index.ts';
import type { Beside } from './beside.ts';

interface Props {
  beside: Beside;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

const what = t(
  'Each component gets a second plan that asks for nothing until its manager, its place or its goals change, or its person goes on leave. It ends with this one.',
);

export const BesideChoice = ({ beside, checked, onChange }: Props) => (
  <Checkbox
    label={t('Also launch “{name}”', { name: beside.name })}
    description={
      beside.isNew ? `${what} ${t('The cycle is made from its template and published first.')}` : what
    }
    checked={checked}
    onChange={({ currentTarget }) => onChange(currentTarget.checked)}
  />
);
