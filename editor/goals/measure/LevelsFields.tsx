// The standard of what is seen by its level: which levels there are, and the score of each. Yes or no has its two.
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Standards } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';

type Levels = Extract<Standards, { kind: 'levels' }>;
interface Row {
  row: number;
  name: string;
  score: number;
}
interface Props {
  levels: Levels | null;
  /** Yes or no: the levels are given. */
  fixed: boolean;
  onChange: (standards: Standards | null) => void;
}

const yesOrNo = { true: 100, false: 0 };
/** The source: domain 1.3, an explicit map from levels to scores. */
const usual = { below: 60, meets: 100, exceeds: 120 };

const rowsOf = (levels: Record<string, number>): Row[] =>
  Object.entries(levels).map(([name, score], row) => ({ row, name, score }));

/** Levels without a name are still being typed. */
const toStandards = (rows: readonly Row[]): Standards | null => {
  const named = rows.filter(({ name }) => name.trim() !== '');
  if (named.length === 0) return null;
  return { kind: 'levels', levels: Object.fromEntries(named.map(({ name, score }) => [name.trim(), score])) };
};

const nameOf = (name: string): string => {
  if (name === 'true') return t('Yes');
  return name === 'false' ? t('No') : name;
};

export function LevelsFields({ levels, fixed, onChange }: Props) {
  const [rows, setRows] = useState<Row[]>(rowsOf(levels?.levels ?? {}));
  const keep = (next: Row[]) => {
    setRows(next);
    onChange(toStandards(next));
  };
  const set = (row: number, patch: Partial<Row>) =>
    keep(rows.map((one) => (one.row === row ? { ...one, ...patch } : one)));
  if (rows.length === 0)
    return (
      <Button
        variant="default"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => keep(rowsOf(fixed ? yesOrNo : usual))}
      >
        {t('Set a standard by levels')}
      </Button>
    );
  return (
    <Stack gap="xs">
      {rows.map(({ row, name, score }) => (
        <Group key={row} gap="xs" align="flex-end" wrap="nowrap">
          {fixed ? (
            <Text size="sm" flex={1} pb={8}>
              {nameOf(name)}
            </Text>
          ) : (
            <TextInput
              label={t('Level')}
              flex={1}
              value={name}
              onChange={(event) => set(row, { name: event.currentTarget.value })}
            />
          )}
          <NumberField
            label={t('Score')}
            aria-label={t('Score of {level}', { level: nameOf(name) })}
            w={100}
            min={0}
            max={120}
            value={score}
            onChange={(value) => set(row, { score: typeof value === 'number' ? value : 0 })}
          />
          {!fixed && (
            <ActionIcon
              size={36}
              aria-label={t('Remove {title}', { title: name || t('the level') })}
              onClick={() => keep(rows.filter((one) => one.row !== row))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Group justify="space-between">
        <Text size="xs" c="var(--cw-muted)">
          {t('100 meets the standard, 120 exceeds it.')}
        </Text>
        {!fixed && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() =>
              keep([...rows, { row: Math.max(...rows.map((one) => one.row)) + 1, name: '', score: 100 }])
            }
          >
            {t('One more level')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
