// For which components a cycle is launched: by their place and kind, or picked one by one.
import { Group, MultiSelect, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Component, componentKinds } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { kindWords } from '../organisation/kind-words.ts';
import type { LaunchValues } from './new-launch.ts';
import { PickComponents } from './PickComponents.tsx';

interface Props {
  form: UseFormReturnType<LaunchValues>;
  components: Component[];
}

export function ChooseComponents({ form, components }: Props) {
  const { choose, kinds, componentIds, under } = form.values;
  const names = components.map(({ id, name }) => ({ value: id, label: name }));
  const present = componentKinds.filter((kind) => components.some((component) => component.kind === kind));
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
          <Select
            label={t('At or below')}
            placeholder={t('The whole organisation')}
            clearable
            searchable
            limit={60}
            data={names}
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
        <PickComponents
          components={components}
          picked={componentIds}
          onChange={(ids) => form.setFieldValue('componentIds', ids)}
        />
      )}
    </Stack>
  );
}
