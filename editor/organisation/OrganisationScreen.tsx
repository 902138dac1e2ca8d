// The organisation: how each part of it stands, from its measures up, or who answers for it; today or as of another day.
import { Button, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSitemap, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { type OrganisationFilter, organisationSummaryQuery } from '../app/api/tree-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart, useTried } from '../app/parts/late-part.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { More } from '../app/parts/More.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { ComponentDialog } from './ComponentDialog.tsx';
import { ComponentTree } from './ComponentTree.tsx';
import { Filters, type Looked } from './Filters.tsx';
import { AsOfBanner } from './history/AsOfBanner.tsx';
import type { MoveWish } from './move/move-wish.ts';
import type { TreeView } from './TreeLine.tsx';
import { useBranches } from './use-branches.ts';

const ComponentTable = latePart(async () => (await import('./ComponentTable.tsx')).ComponentTable);
const OrgChart = latePart(async () => (await import('./OrgChart.tsx')).OrgChart);
const MoveDialog = latePart(async () => (await import('./move/MoveDialog.tsx')).MoveDialog, { told: 'over' });

const route = getRouteApi('/signed-in/organisation');

interface ShownProps {
  looked: Looked;
  onChange: (patch: Looked) => void;
  onMove: ((wish: MoveWish) => void) | undefined;
}

const drawing = <Skeleton height={400} radius="md" />;

function filterOf({ q, show, asOf }: Looked): OrganisationFilter {
  return { q, vacant: show === 'vacant' || undefined, asOf };
}

/** The tree or the chart: what is drawn is read when it is opened, or found. */
function Lines({ looked, onMove }: Omit<ShownProps, 'onChange'>) {
  const { q, asOf, show, view, look } = looked;
  const chartTried = useTried(OrgChart, look === 'chart');
  const isSearch = Boolean(q) || show === 'vacant';
  const branches = useBranches(isSearch ? filterOf(looked) : null, asOf);
  const shown: TreeView = asOf || view === 'people' ? 'people' : 'standing';
  return (
    <Loaded<unknown> query={branches.query} lines={8}>
      {() => (
        <>
          {isSearch && branches.count === 0 && <EmptyState title={t('No component fits')} />}
          {look === 'chart' ? (
            (chartTried && <OrgChart branches={branches} view={shown} asOf={asOf} />) || drawing
          ) : (
            <ComponentTree branches={branches} view={shown} asOf={asOf} onMove={onMove} />
          )}
          {branches.more && <More query={branches.more} />}
        </>
      )}
    </Loaded>
  );
}

function Shown({ looked, onChange, onMove }: ShownProps) {
  const { asOf, look, q, show, sort } = looked;
  const tableTried = useTried(ComponentTable, look === 'table');
  if (look === 'table') {
    const onSort = (next: string | undefined) => onChange({ sort: next });
    return tableTried ? <ComponentTable filter={filterOf(looked)} sort={sort} onSort={onSort} /> : drawing;
  }
  // Another day, and a search, is another tree: what was open in the one is not in the other.
  const key = `${asOf ?? ''} ${Boolean(q) || show === 'vacant'}`;
  return <Lines key={key} looked={looked} onMove={onMove} />;
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
  const period = useQuery(organisationSummaryQuery(asOf)).data?.period;
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
  const summary = useQuery(organisationSummaryQuery(asOf));
  const count = summary.data?.components ?? null;
  const change = (patch: Looked) =>
    void navigate({ to: '/organisation', search: (before) => ({ ...before, ...patch }), replace: true });
  return (
    <>
      <Title count={count} asOf={asOf} onAdd={dialog.open} />
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
            { count: count ?? 0 },
          )}
        </AsOfBanner>
      )}
      <Filters looked={looked} vacant={summary.data?.vacant ?? 0} onChange={change} />
      {count === 0 ? (
        <Empty asOf={asOf} />
      ) : (
        <Shown looked={looked} onChange={change} onMove={mayMove ? setWish : undefined} />
      )}
      {mayMove && count !== 0 && !looked.look && (
        <Text size="xs" c="var(--cw-muted)" mt="xs">
          {t('Drag a component by its handle to move it, or press M on it.')}
        </Text>
      )}
      <ComponentDialog opened={adding} onClose={dialog.close} />
      {wish && (
        <Suspense fallback={null}>
          <MoveDialog {...wish} onClose={() => setWish(null)} />
        </Suspense>
      )}
    </>
  );
}
