// What somebody else has changed while it was typed here: both sides of each field, and which of them counts.
import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { fieldName } from '../../plans/agreement/version-words.ts';
import type { Clash } from './rebase.ts';

interface Props<Fields> {
  /** What it is about, such as a goal by its title. */
  about: string;
  clashes: readonly Clash<Fields>[];
  /** Left out: as the fields of a plan are called. */
  nameOf?: (field: keyof Fields & string) => string;
  says: (field: keyof Fields & string, value: Fields[keyof Fields]) => string;
  onChoose: (clash: Clash<Fields>, side: 'mine' | 'theirs') => void;
}

/** Said by the form as long as a choice is open. */
export const chooseFirst = (): string =>
  t('Somebody else has changed the same as you: choose above which counts. Everything else is kept.');

export function BothChanged<Fields>({ about, clashes, nameOf = fieldName, says, onChoose }: Props<Fields>) {
  if (clashes.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="yellow"
      mb="sm"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={t('“{about}” was changed by somebody else too', { about })}
    >
      <Stack gap="sm">
        {clashes.map((clash) => (
          <Fieldset
            key={clash.key}
            variant="unstyled"
            legend={
              <Text size="sm" fw={600}>
                {nameOf(clash.key)}
              </Text>
            }
          >
            {(['theirs', 'mine'] as const).map((side) => (
              <Group key={side} gap="sm" wrap="nowrap" justify="space-between" mt={4}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {side === 'theirs'
                    ? t('Theirs: {value}', { value: says(clash.key, clash.theirs) })
                    : t('Yours: {value}', { value: says(clash.key, clash.mine) })}
                </Text>
                <Button
                  size="compact-xs"
                  variant="default"
                  style={{ flex: 'none' }}
                  onClick={() => onChoose(clash, side)}
                >
                  {side === 'theirs' ? t('Take theirs') : t('Keep mine')}
                </Button>
              </Group>
            ))}
          </Fieldset>
        ))}
      </Stack>
    </Alert>
  );
}
