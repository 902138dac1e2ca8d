// What the list shows, in which order and sections; and such a view kept under a name.
import { Button, Checkbox, Divider, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { cyclesQuery } from '../../app/api/cycle-queries.ts';
import type { SavedFilter, Task } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { t, tAs } from '../../language/index.ts';
import { type InboxView, toSearch } from '../sort-tasks.ts';
import { cycleChoices } from './cycle-choices.ts';
import { beginWith, filtersQuery, isSameView, removeFilter, saveFilter, shareFilter } from './filter-acts.ts';

interface Props {
  view: InboxView;
  tasks: readonly Task[];
}

const dueChoices = [
  { value: 'late', label: t('Late') },
  { value: 'today', label: t('Today') },
  { value: 'this-week', label: t('This week') },
  { value: 'later', label: t('Later') },
];
const sorts = [
  { value: 'due', label: t('Due first') },
  { value: 'newest', label: t('Newest first') },
  { value: 'component', label: t('By component') },
];
const groups = [
  { value: 'due', label: t('When it is due') },
  { value: 'component', label: tAs('organisation', 'Component') },
  { value: 'stage', label: t('Stage') },
];

function useFilterActs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: filtersQuery.queryKey }),
  });
}
type Acts = ReturnType<typeof useFilterActs>;

/** The view that is shown is saved under this name already. */
function Known({ filter, acts }: { filter: SavedFilter; acts: Acts }) {
  const navigate = useNavigate();
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {filter.name}
      </Text>
      {filter.mine ? (
        <Checkbox
          label={t('My team sees it too')}
          checked={filter.shared}
          onChange={(event) => acts.mutate(() => shareFilter(filter, event.currentTarget.checked))}
        />
      ) : (
        <Text size="sm" c="var(--cw-muted)">
          {t('Shared by {person}. You see your own tasks in it.', { person: filter.owner.name })}
        </Text>
      )}
      <Checkbox
        label={t('My inbox begins with it')}
        checked={filter.first}
        onChange={(event) => acts.mutate(() => beginWith(event.currentTarget.checked ? filter.id : null))}
      />
      {filter.mine && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          onClick={() =>
            acts.mutate(async () => {
              await removeFilter(filter);
              await navigate({ to: '/inbox', search: {} });
            })
          }
        >
          {t('Remove the filter')}
        </Button>
      )}
    </Stack>
  );
}

function Save({ view, acts }: { view: InboxView; acts: Acts }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = () => acts.mutate(() => saveFilter({ name: name.trim(), search: toSearch(view), shared }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <Stack gap="xs">
        <TextInput
          size="xs"
          label={t('Keep this view as')}
          placeholder={t('Late appraisals')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t('My team sees it too')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          disabled={name.trim() === ''}
          loading={acts.isPending}
        >
          {t('Keep the filter')}
        </Button>
      </Stack>
    </form>
  );
}

function Choices({ view, tasks }: Props) {
  const navigate = useNavigate();
  const go = (change: Partial<InboxView>) =>
    void navigate({ to: '/inbox', search: toSearch({ ...view, ...change }), replace: true });
  const ids = [...tasks.map(({ cycleId }) => cycleId), ...(view.cycle ? [view.cycle] : [])];
  const cycles = cycleChoices(ids, useQuery(cyclesQuery).data ?? []);
  const common = { size: 'xs', comboboxProps: { withinPortal: false } } as const;
  return (
    <>
      <Select
        {...common}
        label={tAs('task', 'Due')}
        placeholder={t('Whenever')}
        clearable
        data={dueChoices}
        value={view.due || null}
        onChange={(due) => go({ due: due ?? '' })}
      />
      <Select
        {...common}
        label={t('Cycle')}
        placeholder={t('Every cycle')}
        clearable
        data={cycles}
        value={view.cycle || null}
        onChange={(cycle) => go({ cycle: cycle ?? '' })}
      />
      <Group grow>
        <Select
          {...common}
          label={t('Order')}
          allowDeselect={false}
          data={sorts}
          value={view.sort}
          onChange={(sort) => go({ sort: sort ?? 'due' })}
        />
        <Select
          {...common}
          label={t('Sections')}
          allowDeselect={false}
          data={groups}
          value={view.group}
          onChange={(group) => go({ group: group ?? 'due' })}
        />
      </Group>
    </>
  );
}

export function FilterMenu({ view, tasks }: Props) {
  const filters = useQuery(filtersQuery).data ?? [];
  const acts = useFilterActs();
  const search = toSearch(view);
  const known = filters.find((filter) => isSameView(filter.search, search));
  return (
    <Popover width={300} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant={Object.keys(search).length > 0 ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
        >
          {known?.name ?? t('Filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('What the list shows')}>
        <Stack gap="xs">
          <Choices {...{ view, tasks }} />
          {Object.keys(search).length > 0 && <Divider />}
          {acts.isError && <Failure error={acts.error} />}
          {known && <Known filter={known} acts={acts} />}
          {!known && Object.keys(search).length > 0 && <Save view={view} acts={acts} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
