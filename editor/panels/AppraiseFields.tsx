// What an appraisal computes, and the outcome that people decided over it.
import { Text } from '@mantine/core';
import type { Action } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { FeelField } from './FeelField.tsx';

interface Props {
  place: string;
  action: Extract<Action, { do: 'appraise' }>;
  apply(action: Action, burst?: string): Applied;
}

/** Expressions are the same in every language. */
const ratingExample = 'rating';

export function AppraiseFields({ place, action, apply }: Props) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {t(
          'Scores the goals from their observations and raises outcome.below, meets, exceeds or not-scored.',
        )}{' '}
        {t('An outcome that people decided is given in quotes; null lets the figures stand.')}
      </Text>
      <FeelField
        label={t('Outcome that people decided')}
        place={place + pointer('outcome')}
        value={action.outcome ?? ''}
        placeholder={ratingExample}
        apply={(outcome, burst) =>
          apply(patched(action, { outcome: outcome.trim() ? outcome : undefined }), burst)
        }
      />
    </>
  );
}
