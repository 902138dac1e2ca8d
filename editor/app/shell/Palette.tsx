// Ctrl+K: go to a place, a task, a plan, a component or a cycle, write to somebody, or start something. What there are
// thousands of is found by the server.
import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  spotlight,
} from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { Kbd, Text } from '@mantine/core';
import { IconFilter, IconLanguage, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { filtersQuery } from '../../inbox/filters/filter-acts.ts';
import { chooseLanguage, otherLanguages, t, tAs } from '../../language/index.ts';
import { kindName } from '../../organisation/kind-name.ts';
import { cyclesQuery } from '../api/cycle-queries.ts';
import { foundQuery } from '../api/search-queries.ts';
import type { Found } from '../api/wire.ts';
import { useAddress } from '../parts/use-address.ts';
import { useMay, useMe } from '../parts/use-permissions.ts';
import { type RecentKind, readRecent, thingAt, toGoTo } from '../recent/recent-items.ts';
import { useOfferedActs } from './palette-acts.tsx';
import { usePlaces } from './use-places.ts';

const mostShown = 8;
type Act = Omit<SpotlightActionData, 'group'>;

/** Those that contain every word, at most a handful: a palette is for going, not for reading lists. */
export function matching(actions: Act[], query: string): Act[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (action: Act) =>
    words.every((word) => `${action.label} ${action.description ?? ''}`.toLowerCase().includes(word));
  return actions.filter(has).slice(0, mostShown);
}

/** `after` takes what is done once the palette is gone: acts of a page may take the focus themselves. */
function useOwnActions(after: (run: () => void) => void): SpotlightActionGroupData[] {
  const may = useMay();
  const navigate = useNavigate();
  const offered = useOfferedActs();
  const places = usePlaces();
  const filters = useQuery({ ...filtersQuery, enabled: may('tasks.work') }).data ?? [];
  const cycles = useQuery({ ...cyclesQuery, enabled: may('cycles.read') }).data ?? [];
  const starts: Act[] = [
    ...(may('launches.start')
      ? [
          {
            id: 'launch',
            label: t('Launch a cycle'),
            leftSection: <IconPlus size={16} />,
            onClick: () => void navigate({ to: '/launches/new' }),
          },
        ]
      : []),
    ...(may('imports.run')
      ? [
          {
            id: 'import',
            label: t('Import indicators'),
            leftSection: <IconUpload size={16} />,
            onClick: () => void navigate({ to: '/import' }),
          },
        ]
      : []),
    ...otherLanguages().map(({ language, name }) => ({
      id: `language ${language}`,
      label: t('Language: {name}', { name }),
      leftSection: <IconLanguage size={16} />,
      onClick: () => chooseLanguage(language),
    })),
  ];
  return [
    ...offered.map(({ group, acts }) => ({
      group,
      actions: acts.map(({ id, label, keys, run }) => ({
        id: `${group} ${id}`,
        label,
        onClick: () => after(run),
        ...(keys && { rightSection: <Kbd size="xs">{keys}</Kbd> }),
      })),
    })),
    {
      group: t('Go to'),
      actions: places.map(({ to, name, icon: Icon }) => ({
        id: to,
        label: name,
        leftSection: <Icon size={16} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: t('Filters of the inbox'),
      actions: filters.map(({ id, name, search }) => ({
        id: `filter ${id}`,
        label: name,
        leftSection: <IconFilter size={16} />,
        onClick: () => void navigate({ to: '/inbox', search }),
      })),
    },
    { group: t('Start'), actions: starts },
    {
      group: t('Cycles'),
      actions: cycles.map(({ id, name }) => ({
        id: `cycle ${id}`,
        label: name,
        onClick: () => void navigate({ to: '/cycles/$cycleId', params: { cycleId: id } }),
      })),
    },
  ];
}

const kindWords: Record<RecentKind, string> = {
  plan: t('Plan'),
  component: t('Component'),
  cycle: t('Cycle'),
  launch: tAs('noun', 'Launch'),
  task: t('Task'),
};

/** What was opened last, to go back to; `read` again whenever the palette opens. */
function useRecent(): { recent: SpotlightActionGroupData; read: () => void } {
  const me = useMe();
  const navigate = useNavigate();
  const here = thingAt(useAddress());
  const go: Record<RecentKind, (id: string) => void> = {
    plan: (id) => void navigate({ to: '/plans/$planId', params: { planId: id } }),
    component: (id) => void navigate({ to: '/organisation/$componentId', params: { componentId: id } }),
    cycle: (id) => void navigate({ to: '/cycles/$cycleId', params: { cycleId: id } }),
    launch: (id) => void navigate({ to: '/launches/$launchId', params: { launchId: id } }),
    task: (id) => void navigate({ to: '/inbox', search: { task: id } }),
  };
  const kept = () => readRecent(() => window.localStorage, me.id);
  const [items, setItems] = useState(kept);
  const recent = {
    group: t('Opened last'),
    actions: toGoTo(items, here).map(({ kind, id, name }) => ({
      id: `opened ${kind} ${id}`,
      label: name,
      onClick: () => go[kind](id),
      rightSection: (
        <Text size="xs" c="var(--cw-muted)">
          {kindWords[kind]}
        </Text>
      ),
    })),
  };
  return { recent, read: () => setItems(kept()) };
}

const noneFound: Found = { tasks: [], plans: [], components: [], people: [] };

/** What the server finds by the words. Each letter asks at once, and lets go of what the one before it asked. */
function useFound(query: string): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const may = useMay();
  const asked = query.trim();
  const { data: found = noneFound, isPlaceholderData } = useQuery({
    ...foundQuery(asked),
    enabled: asked !== '',
  });
  if (asked === '') return [];
  const groups = [
    {
      group: t('Tasks'),
      actions: found.tasks.map(({ id, title, componentName }) => ({
        id: `task ${id}`,
        label: title,
        description: componentName,
        onClick: () => void navigate({ to: '/inbox', search: { task: id } }),
      })),
    },
    {
      group: t('Plans'),
      actions: found.plans.map(({ id, componentName, cycleName }) => ({
        id: `plan ${id}`,
        label: `${componentName} · ${cycleName}`,
        onClick: () => void navigate({ to: '/plans/$planId', params: { planId: id } }),
      })),
    },
    {
      group: t('Components'),
      actions: found.components.map(({ id, name, kind }) => ({
        id: `component ${id}`,
        label: name,
        description: kindName(kind),
        onClick: () => void navigate({ to: '/organisation/$componentId', params: { componentId: id } }),
      })),
    },
    {
      group: t('Give feedback to'),
      actions: may('feedback.exchange')
        ? found.people.map(({ id, name, email }) => ({
            id: `person ${id}`,
            label: name,
            description: email,
            onClick: () => void navigate({ to: '/feedback', search: { write: 'give', to: `person:${id}` } }),
          }))
        : [],
    },
  ];
  // What the letters before found stands there until the answer comes, as far as it fits: Enter must not go elsewhere.
  return isPlaceholderData
    ? groups.map(({ group, actions }) => ({ group, actions: matching(actions, asked) }))
    : groups;
}

export function Palette() {
  const waiting = useRef<(() => void) | null>(null);
  const [query, setQuery] = useState('');
  const own = useOwnActions((run) => {
    waiting.current = run;
  });
  const found = useFound(query);
  const onExited = () => {
    const run = waiting.current;
    waiting.current = null;
    run?.();
  };
  const { recent, read } = useRecent();
  const atOnce = new Set([t('Go to'), t('Start'), ...useOfferedActs().map(({ group }) => group)]);
  useEffect(() => spotlight.open(), []);
  const known = own
    .map(({ group, actions }) => ({ group, actions: matching(actions, query) }))
    .filter(({ actions, group }) => actions.length > 0 && (query !== '' || atOnce.has(group ?? '')))
    .concat(found.filter(({ actions }) => actions.length > 0));
  const shown = query === '' && recent.actions.length > 0 ? [recent, ...known] : known;
  return (
    <Spotlight
      actions={shown}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={read}
      filter={(_, actions) => actions}
      nothingFound={t('Nothing has this name. Try fewer letters.')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('Go to a plan, a component, a cycle…'),
        'aria-label': t('Go to'),
      }}
      attributes={{ content: { 'aria-label': t('Go to') } }}
      shortcut={null}
      transitionProps={{ duration: 120, transition: 'pop', onExited }}
      scrollable
      maxHeight={420}
    />
  );
}
