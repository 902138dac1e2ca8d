// Which component the sample plan belongs to.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { componentsQuery } from '../app/api/organisation-queries.ts';
import { t } from '../language/index.ts';

interface ComponentProps {
  value: string | null;
  onPick(id: string | null): void;
}

export function ComponentSelect({ value, onPick }: ComponentProps) {
  const components = useQuery(componentsQuery).data ?? [];
  return (
    <Select
      size="xs"
      label={t('Component')}
      data={components.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      clearable
      limit={50}
      placeholder={t('A sample team')}
      onChange={onPick}
    />
  );
}
