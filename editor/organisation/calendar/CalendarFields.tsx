// The zone and the public holidays of a component; without them those of the component above hold.
import { Group, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { NewComponent } from '../../app/api/wire.ts';
import { RegionSelect } from '../../app/parts/RegionSelect.tsx';
import { t } from '../../language/index.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function CalendarFields({ form }: { form: UseFormReturnType<NewComponent> }) {
  return (
    <Group grow align="flex-start">
      <Select
        label={t('Time zone')}
        placeholder={t('As above')}
        clearable
        searchable
        limit={60}
        nothingFoundMessage={t('No zone fits')}
        data={zones}
        {...form.getInputProps('zone')}
      />
      <RegionSelect placeholder={t('As above')} {...form.getInputProps('holidayRegion')} />
    </Group>
  );
}
