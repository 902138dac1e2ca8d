// The data that an event carries: names and the expressions behind them.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Applied } from '../document/command.ts';
import { uniqueId } from '../document/make-id.ts';
import { pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { useEditing } from './editing.ts';
import { FeelField } from './FeelField.tsx';
import { TextField } from './TextField.tsx';

type Data = Record<string, string>;

interface Props {
  place: string;
  data: Data;
  apply(data: Data, burst?: string): Applied;
}

export function DataFields({ place, data, apply }: Props) {
  const { readOnly } = useEditing();
  const rename = (from: string, to: string): Applied => {
    if (to.trim() === '' || (to !== from && Object.hasOwn(data, to))) {
      return { kind: 'refused', reason: t('Give a name that is not used yet.') };
    }
    return apply(
      Object.fromEntries(Object.entries(data).map(([key, value]) => [key === from ? to : key, value])),
    );
  };
  return (
    <>
      {Object.entries(data).map(([key, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed.
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextField label={t('Name')} place={place} value={key} apply={(to) => rename(key, to)} />
          <div style={{ flex: 1 }}>
            <FeelField
              label={t('Value')}
              place={place + pointer(key)}
              value={value}
              apply={(next, burst) => apply({ ...data, [key]: next }, burst)}
            />
          </div>
          {!readOnly && (
            <ActionIcon
              mt={28}
              size={30}
              aria-label={t('Remove {key}', { key })}
              onClick={() =>
                apply(Object.fromEntries(Object.entries(data).filter(([other]) => other !== key)))
              }
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => apply({ ...data, [uniqueId('value', new Set(Object.keys(data)))]: 'score' })}
        >
          {t('Add data')}
        </Button>
      )}
    </>
  );
}
