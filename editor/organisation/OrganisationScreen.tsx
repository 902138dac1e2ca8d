// The organisation: how each part of it stands, from its measures up, or who answers for it; today or as of another day.
import { Button, Group, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconSitemap, IconUpload, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { componentsQuery, peopleQuery } from '../app/api/organisation-queries.ts';
import { rollUpQuery } from '../app/api/report-queries.ts';
import { componentsAsOfQuery } from '../app/api/tree-queries.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { ComponentDialog } from './ComponentDialog.tsx';
import { ComponentTree } from './ComponentTree.tsx';
import { AsOfBanner } from './history/AsOfBanner.tsx';
import type { MoveWish } from './move/move-wish.ts';
import type { LineFacts } from './TreeLine.tsx';
import { isVacant, nameFits } from './tree.ts';

const ComponentTable = lazy(async () => ({
  default: (await import('./ComponentTable.tsx')).ComponentTable,
}));
const OrgChart = lazy(async () => ({ default: (await import('./OrgChart.tsx')).OrgChart }));
const MoveDialog = lazy(async () => ({ default: (await import('./move/MoveDialog.tsx')).MoveDialog }));

const route = getRouteApi('/signed-in/organisation');

interface Looked {
  q?: string | undefined;
  asOf?: string | undefined;
  /** `vacant`: only posts without a holder. */
  show?: string | undefined;
  view?: string | undefined;
  /** `table` or `chart`; without it the tree. */
  look?: string | undefined;
}

function Filters({
  looked,
  vacant,
  onChange,
}: {
  looked: Looked;
  vacant: number;
  onChange: (patch: Looked) => void;
}) {
  const { q = '', asOf, show, view, look } = looked;
  return (
    <Group mb="md" gap="sm" align="flex-end">
      <TextInput
        w={240}
        size="sm"
        placeholder={t('Search components')}
        aria-label={t('Search components')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={q}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
      <SegmentedControl
        aria-label={t('How the organisation is drawn')}
        value={look === 'table' || look === 'chart' ? look : 'tree'}
        onChange={(next) => onChange({ look: next === 'tree' ? undefined : next })}
        data={[
          { value: 'tree', label: t('Tree') },
          { value: 'table', label: t('Table') },
          { value: 'chart', label: t('Chart') },
        ]}
      />
      {!asOf && look !== 'table' && (
        <SegmentedControl
          aria-label={t('What the tree shows')}
          value={view === 'people' ? 'people' : 'standing'}
          onChange={(next) => onChange({ view: next === 'people' ? next : undefined })}
          data={[
            { value: 'standing', label: t('How it stands') },
            { value: 'people', label: t('Who answers') },
          ]}
        />
      )}
      <Button
        variant={show === 'vacant' ? 'light' : 'default'}
        aria-pressed={show === 'vacant'}
        disabled={vacant === 0 && show !== 'vacant'}
        leftSection={<IconUserOff size={16} aria-hidden />}
        onClick={() => onChange({ show: show === 'vacant' ? undefined : 'vacant' })}
      >
        {t('Vacant posts: {count}', { count: vacant })}
      </Button>
      <DateField
        label={t('As of')}
        clearable
        value={asOf ?? ''}
        onChange={(day) => onChange({ asOf: day || undefined })}
      />
    </Group>
  );
}

interface TreeProps {
  items: Component[];
  looked: Looked;
  onMove: ((wish: MoveWish) => void) | undefined;
}

function Tree({ items, looked, onMove }: TreeProps) {
  const { q = '', asOf, show, view, look } = looked;
  const isPeople = Boolean(asOf) || view === 'people' || look === 'table';
  const rollUp = useQuery({ ...rollUpQuery, enabled: !asOf }).data;
  // Names are many pages of a long list: they are read where they are shown.
  const people = useQuery({ ...peopleQuery, enabled: isPeople }).data;
  const standings = useMemo(() => new Map(rollUp?.items.map((item) => [item.componentId, item])), [rollUp]);
  const names = useMemo(() => new Map(people?.map(({ id, name }) => [id, name])), [people]);
  const facts: LineFacts = { view: asOf || view === 'people' ? 'people' : 'standing', standings, names };
  const isFiltered = q !== '' || show === 'vacant';
  const named = nameFits(q);
  const fits = (item: Component) => named(item) && (show !== 'vacant' || isVacant(item));
  const shown = { items, fits: isFiltered ? fits : null, facts, asOf };
  const key = `${asOf ?? ''} ${isFiltered ? q : ''}`;
  if (look === 'table')
    return (
      <Suspense fallback={<Skeleton height={400} radius="md" />}>
        <ComponentTable {...shown} />
      </Suspense>
    );
  if (look === 'chart')
    return (
      <Suspense fallback={<Skeleton height={400} radius="md" />}>
        <OrgChart key={key} {...shown} />
      </Suspense>
    );
  return <ComponentTree key={`${asOf ?? ''} ${isFiltered}`} {...shown} onMove={onMove} />;
}

function Title({
  count,
  asOf,
  onAdd,
}: {
  count: number | null;
  asOf: string | undefined;
  onAdd: () => void;
}) {
  const may = useMay();
  const period = useQuery({ ...rollUpQuery, enabled: !asOf }).data?.period;
  const about =
    count === null || !period
      ? null
      : t(
          '{count, plural, one {# component} other {# components}}, scored from their measures up over {start} – {end}.',
          { count, start: shortDate(period.start), end: shortDate(period.end) },
        );
  return (
    <PageTitle
      title={t('Organisation')}
      {...(asOf ? {} : { about })}
      actions={
        !asOf && (
          <>
            {may('imports.run') && (
              <ButtonLink to="/import" variant="default" leftSection={<IconUpload size={16} />}>
                {tAs('verb', 'Import')}
              </ButtonLink>
            )}
            {may('organisation.change') && (
              <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
                {t('Add a component')}
              </Button>
            )}
          </>
        )
      }
    />
  );
}

function Empty({ asOf }: { asOf: string | undefined }) {
  return asOf ? (
    <EmptyState title={t('Nothing was there yet')} icon={IconSitemap}>
      {t('The organisation has no components on that day. Choose a later one.')}
    </EmptyState>
  ) : (
    <EmptyState title={t('No components yet')} icon={IconSitemap}>
      {t(
        'A component is what you manage: a department, a team, a process, an employee. Add the first, or import them.',
      )}
    </EmptyState>
  );
}

export function OrganisationScreen() {
  const looked = route.useSearch();
  const { asOf } = looked;
  const navigate = useNavigate();
  const mayMove = useMay()('organisation.change') && !asOf;
  const [adding, dialog] = useDisclosure(false);
  const [wish, setWish] = useState<MoveWish | null>(null);
  const today = useQuery({ ...componentsQuery, enabled: !asOf });
  const then = useQuery({ ...componentsAsOfQuery(asOf ?? ''), enabled: Boolean(asOf) });
  const query = asOf ? then : today;
  const change = (patch: Looked) =>
    void navigate({ to: '/organisation', search: (before) => ({ ...before, ...patch }), replace: true });
  const items = query.data ?? [];
  return (
    <>
      <Title count={query.data?.length ?? null} asOf={asOf} onAdd={dialog.open} />
      {asOf && (
        <AsOfBanner
          asOf={asOf}
          back={
            <AnchorLink to="/organisation" search={{}} size="sm">
              {t('Back to today')}
            </AnchorLink>
          }
        >
          {t(
            '{count, plural, one {# component} other {# components}} at the end of that day. Nothing can be changed here.',
            {
              count: items.length,
            },
          )}
        </AsOfBanner>
      )}
      <Filters looked={looked} vacant={items.filter(isVacant).length} onChange={change} />
      <Loaded query={query} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <Empty asOf={asOf} />
          ) : (
            <Tree items={all} looked={looked} onMove={mayMove ? setWish : undefined} />
          )
        }
      </Loaded>
      {mayMove && items.length > 0 && !looked.look && (
        <Text size="xs" c="var(--cw-muted)" mt="xs">
          {t('Drag a component by its handle to move it, or press M on it.')}
        </Text>
      )}
      <ComponentDialog opened={adding} onClose={dialog.close} />
      {wish && (
        <Suspense fallback={null}>
          <MoveDialog {...wish} components={items} onClose={() => setWish(null)} />
        </Suspense>
      )}
    </>
  );
}
