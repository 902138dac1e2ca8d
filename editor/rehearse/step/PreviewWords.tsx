// What a step would do, in a few words beside its button.
import { Text } from '@mantine/core';
import type { Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import type { Preview } from './rehearsal.ts';
import { stageNames } from './say.ts';

function words(cycle: Cycle, preview: Preview): string {
  switch (preview.kind) {
    case 'moves':
      return preview.ends
        ? t('The plan ends in {stages}.', { stages: stageNames(cycle, preview.to) })
        : t('Leads to {stages}.', { stages: stageNames(cycle, preview.to) });
    case 'stays':
      return t('The plan takes it and stays where it is.');
    case 'no':
      return preview.why;
  }
}

export function PreviewWords({ cycle, preview }: { cycle: Cycle; preview: Preview }) {
  return (
    <Text size="xs" c={preview.kind === 'no' ? 'var(--cw-danger)' : 'var(--cw-muted)'}>
      {words(cycle, preview)}
    </Text>
  );
}
