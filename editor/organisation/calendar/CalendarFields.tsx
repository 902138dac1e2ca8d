// The zone and the public holidays of a component; without them those of the component above hold.
import { Group, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { holidayRegionsQuery } from '../../app/api/tree-queries.ts';
import type { NewComponent } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const noRegions: { code: string; name: string }[] = [];

export function CalendarFields({ form }: { form: UseFormReturnType<NewComponent> }) {
  const regions = useQuery(holidayRegionsQuery).data ?? noRegions;
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
      <Select
        label={t('Public holidays')}
        placeholder={t('As above')}
        clearable
        searchable
        limit={60}
        nothingFoundMessage={t('No place fits')}
        data={regions.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('holidayRegion')}
      />
    </Group>
  );
}
