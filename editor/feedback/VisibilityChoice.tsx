// Who will read it, chosen before a word is written.
import { Radio, SimpleGrid } from '@mantine/core';
import { t } from '../language/index.ts';
import { type Visibility, visibilities, visibilityChoice } from './feedback-words.ts';

interface Props {
  to: string | null;
  /** An answer is no private note. */
  without?: Visibility;
  value: Visibility | null;
  error?: string | undefined;
  onChange: (visibility: Visibility) => void;
}

export function VisibilityChoice({ to, without, value, error, onChange }: Props) {
  const offered = visibilities.filter((one) => one !== without);
  return (
    <Radio.Group
      label={t('Who reads it')}
      description={t('Chosen first and never widened afterwards.')}
      value={value}
      error={error}
      onChange={(text) => {
        const chosen = offered.find((one) => one === text);
        if (chosen) onChange(chosen);
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt={8}>
        {offered.map((visibility) => {
          const [label, about] = visibilityChoice(visibility, to);
          return (
            <Radio
              key={visibility}
              value={visibility}
              label={label}
              description={about}
              aria-invalid={error !== undefined || undefined}
            />
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
