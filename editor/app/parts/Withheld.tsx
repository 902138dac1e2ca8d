// In the place of how a component stands, for those who may not read its goals: a dash, and why.
import { Text, VisuallyHidden } from '@mantine/core';
import { t } from '../../language/index.ts';

export const whyWithheld = t('Withheld: how it stands is for those who may read its goals.');

export function Withheld() {
  return (
    <Text span size="xs" c="var(--cw-muted)" title={whyWithheld}>
      –<VisuallyHidden>{whyWithheld}</VisuallyHidden>
    </Text>
  );
}
