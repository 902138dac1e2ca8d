// A place whose public holidays hold, by letters of its name.
import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../language/index.ts';
import { holidayRegionsQuery } from '../api/tree-queries.ts';

interface Props extends Omit<SelectProps, 'data' | 'label'> {
  /** Calendars of one's own are no place to begin one with. */
  without?: 'own-calendars';
}
const noRegions: { code: string; name: string }[] = [];

export function RegionSelect({ without, ...props }: Props) {
  const regions = useQuery(holidayRegionsQuery).data ?? noRegions;
  const offered = without ? regions.filter(({ code }) => !code.startsWith('own:')) : regions;
  return (
    <Select
      label={t('Public holidays')}
      clearable
      searchable
      limit={60}
      nothingFoundMessage={t('No place fits')}
      data={offered.map(({ code, name }) => ({ value: code, label: name }))}
      {...props}
    />
  );
}
