// Which column holds what: the levels of components from the top down, then the parts of an indicator.
import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { componentKinds } from '../../engine/index.ts';
import type { ImportMapping } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';

interface Props {
  columns: string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

const needed = [
  { key: 'goal', label: t('Goal') },
  { key: 'measure', label: t('Measure') },
  { key: 'direction', label: t('Direction') },
  { key: 'target', label: t('Target (meets expectations)') },
  { key: 'actual', label: t('Actual value') },
] as const;
const optional = [
  { key: 'measureId', label: t('Measure id') },
  { key: 'critical', label: t('Critical') },
] as const;
const words = [
  { key: 'increaseValue', label: t('Higher is better is written') },
  { key: 'decreaseValue', label: t('Lower is better is written') },
  { key: 'criticalValue', label: t('Critical is written') },
] as const;

function Levels({ columns, mapping, onChange }: Props) {
  const change = (index: number, patch: Partial<ImportMapping['path'][number]>) =>
    onChange({
      ...mapping,
      path: mapping.path.map((level, at) => (at === index ? { ...level, ...patch } : level)),
    });
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('Components, from the top down')}
      </Text>
      {mapping.path.map((level, index) => (
        <Group key={level.column} align="flex-end" wrap="nowrap">
          <Select
            aria-label={t('Column of level {level}', { level: index + 1 })}
            data={columns}
            value={level.column}
            allowDeselect={false}
            style={{ flex: 1 }}
            onChange={(column) => column && change(index, { column })}
          />
          <Select
            aria-label={t('Kind of level {level}', { level: index + 1 })}
            data={componentKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
            value={level.kind}
            allowDeselect={false}
            style={{ flex: 1 }}
            onChange={(kind) => kind && change(index, { kind })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('Remove level {level}', { level: index + 1 })}
            disabled={mapping.path.length === 1}
            onClick={() => onChange({ ...mapping, path: mapping.path.filter((_, at) => at !== index) })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {mapping.path.length < 6 && (
        <Button
          variant="subtle"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange({ ...mapping, path: [...mapping.path, { column: columns[0] ?? '', kind: 'other' }] })
          }
        >
          {t('Add a level')}
        </Button>
      )}
    </Stack>
  );
}

export function MappingForm(props: Props) {
  const { columns, mapping, onChange } = props;
  return (
    <Stack>
      <Levels {...props} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {needed.map(({ key, label }) => (
          <Select
            key={key}
            label={label}
            data={columns}
            value={mapping[key]}
            allowDeselect={false}
            onChange={(column) => column && onChange({ ...mapping, [key]: column })}
          />
        ))}
        {optional.map(({ key, label }) => (
          <Select
            key={key}
            label={label}
            placeholder={t('None')}
            data={columns}
            value={mapping[key] ?? null}
            clearable
            onChange={(column) => onChange({ ...mapping, [key]: column ?? undefined })}
          />
        ))}
        {words.map(({ key, label }) => (
          <TextInput
            key={key}
            label={label}
            value={mapping[key] ?? ''}
            onChange={(event) => onChange({ ...mapping, [key]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
