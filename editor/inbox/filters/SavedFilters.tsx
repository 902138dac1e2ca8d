// The saved views of the inbox in the rail, each with how many tasks it shows.
import { Badge, VisuallyHidden } from '@mantine/core';
import { IconFilter, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NavItem } from '../../app/parts/links.tsx';
import { useNow } from '../../app/parts/use-now.ts';
import { useOpenTasks } from '../../app/parts/use-open-tasks.ts';
import { numberText, t } from '../../language/index.ts';
import { countOf, filtersQuery } from './filter-acts.ts';
import classes from './filters.module.css';

export function SavedFilters() {
  const filters = useQuery(filtersQuery).data ?? [];
  const open = useOpenTasks({ enabled: true });
  const now = useNow();
  return filters.map((filter) => {
    const count = countOf(filter, open, now);
    const Icon = filter.mine ? IconFilter : IconUsers;
    return (
      <NavItem
        key={filter.id}
        to="/inbox"
        search={filter.search}
        activeOptions={{ exact: true, includeSearch: true }}
        className={classes.saved}
        label={filter.name}
        title={
          filter.mine
            ? filter.name
            : t('{name}, shared by {person}', { name: filter.name, person: filter.owner.name })
        }
        leftSection={<Icon size={14} stroke={1.75} aria-hidden />}
        rightSection={
          count ? (
            <Badge size="xs" variant="light" color="gray">
              {numberText(count)}
              <VisuallyHidden> {t('to do')}</VisuallyHidden>
            </Badge>
          ) : undefined
        }
      />
    );
  });
}
