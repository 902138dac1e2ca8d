// For which components a cycle is launched: by their place and kind, or picked from the tree.
import { Group, MultiSelect, Radio, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { componentKinds } from '../../engine/index.ts';
import { organisationSummaryQuery } from '../app/api/tree-queries.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { t } from '../language/index.ts';
import { kindWords } from '../organisation/kind-words.ts';
import type { LaunchChoices } from './new-launch.ts';
import { PickComponents } from './PickComponents.tsx';

export function ChooseComponents({ form }: { form: UseFormReturnType<LaunchChoices> }) {
  const { choose, kinds, picked, under } = form.values;
  const there = useQuery(organisationSummaryQuery()).data?.kinds;
  const present = componentKinds.filter((kind) => there?.includes(kind) || kinds.includes(kind));
  return (
    <Stack gap="sm">
      <Radio.Group label={t('For which components')} {...form.getInputProps('choose')}>
        <Group mt={6}>
          <Radio value="selector" label={t('By place and kind')} />
          <Radio value="pick" label={t('One by one')} />
        </Group>
      </Radio.Group>
      {choose === 'selector' ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <ComponentSelect
            label={t('At or below')}
            placeholder={t('The whole organisation')}
            clearable
            value={under || null}
            onChange={(id) => form.setFieldValue('under', id ?? '')}
          />
          <MultiSelect
            label={t('Kinds')}
            placeholder={kinds.length === 0 ? t('Every kind') : undefined}
            data={present.map((value) => ({ value, label: kindWords[value] }))}
            {...form.getInputProps('kinds')}
          />
        </SimpleGrid>
      ) : (
        <PickComponents picked={picked} onChange={(next) => form.setFieldValue('picked', next)} />
      )}
    </Stack>
  );
}
