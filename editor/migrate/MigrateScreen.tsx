// Running plans taken from one version of their cycle to another. Its address says which two, and the migration once it runs.
import { Text } from '@mantine/core';
import { IconVersions } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Cycle } from '../../engine/index.ts';
import { cycleVersionQuery, cycleVersionsQuery, draftQuery } from '../app/api/cycle-queries.ts';
import { stageCountsQuery } from '../app/api/report-queries.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { listStages, nameOf } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { migrationQuery } from './migrate-queries.ts';
import { ResultStep } from './ResultStep.tsx';
import { Wizard } from './Wizard.tsx';

const route = getRouteApi('/signed-in/cycles/$cycleId/migrate');

/** The new names win where both versions have the stage. */
const stageNames = (from: Cycle, to: Cycle): Record<string, string> =>
  Object.fromEntries([from, to].flatMap(listStages).map(({ id, stage }) => [id, nameOf(id, stage)]));

interface Pair {
  from: CycleVersion;
  to: CycleVersion;
}

function Between({ versions, pair }: { versions: readonly CycleVersion[]; pair: Pair }) {
  const { from, to } = pair;
  const { cycleId } = from;
  const { migration } = route.useSearch();
  const navigate = route.useNavigate();
  const old = useQuery(cycleVersionQuery(cycleId, from.version));
  const other = useQuery(cycleVersionQuery(cycleId, to.version));
  const counts = useQuery(stageCountsQuery(cycleId, from.version));
  const set = (search: { from: string; to: string; migration?: string }) =>
    void navigate({ search, replace: true });
  const show = (a: Cycle, b: Cycle) => {
    const stages = stageNames(a, b);
    if (migration) return <ResultStep id={migration} stages={stages} />;
    return (
      <Wizard
        key={`${from.version} ${to.version}`}
        versions={versions}
        from={from}
        to={to}
        plans={counts.data?.active ?? 0}
        cycles={{ from: a, to: b }}
        stages={stages}
        onPair={(next) => set({ from: String(next.from), to: String(next.to) })}
        onMigrated={(id) => set({ from: String(from.version), to: String(to.version), migration: id })}
      />
    );
  };
  return (
    <>
      <PageTitle
        title={t('Migrate plans')}
        about={t(
          '{name}: plans of version {from} go to version {to}. Rehearse first; nothing changes until you say so.',
          { name: to.name, from: from.version, to: to.version },
        )}
      />
      <Loaded query={old}>{(a) => <Loaded query={other}>{(b) => show(a.cycle, b.cycle)}</Loaded>}</Loaded>
    </>
  );
}

function choosePair(versions: readonly CycleVersion[], from: number | null, to: number | null): Pair | null {
  const find = (version: number | null) => versions.find((one) => one.version === version);
  const [latest] = versions;
  const old = find(from) ?? versions.find(({ version }) => version !== latest?.version);
  const other = find(to) ?? versions.find(({ version }) => version !== old?.version);
  return old && other && old !== other ? { from: old, to: other } : null;
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** A migration says itself between which versions it went. */
function useGiven() {
  const { from, to, migration = '' } = route.useSearch();
  const run = useQuery({ ...migrationQuery(migration), enabled: migration !== '' }).data;
  return { from: run?.from ?? numberOf(from), to: run?.to ?? numberOf(to) };
}

function OneVersion({ cycleId }: { cycleId: string }) {
  return (
    <EmptyState
      title={t('One version only')}
      icon={IconVersions}
      action={
        <ButtonLink to="/cycles/$cycleId" params={{ cycleId }} variant="default">
          {t('Open the draft')}
        </ButtonLink>
      }
    >
      <Text span>
        {t('Plans can go to another version once the cycle has one. Publish the draft first.')}
      </Text>
    </EmptyState>
  );
}

/** What has no version may be a draft, or nothing at all. */
function NoVersion({ cycleId }: { cycleId: string }) {
  const draft = useQuery(draftQuery(cycleId));
  return (
    <Loaded query={draft} what="cycle">
      {() => <OneVersion cycleId={cycleId} />}
    </Loaded>
  );
}

export function MigrateScreen() {
  const { cycleId } = route.useParams();
  const { from, to } = useGiven();
  const versions = useQuery(cycleVersionsQuery(cycleId));
  useCrumb(versions.data?.[0] ? t('{name}, migrate plans', { name: versions.data[0].name }) : '');
  return (
    <Loaded query={versions}>
      {(list) => {
        const pair = choosePair(list, from, to);
        if (pair) return <Between versions={list} pair={pair} />;
        return list.length === 0 ? <NoVersion cycleId={cycleId} /> : <OneVersion cycleId={cycleId} />;
      }}
    </Loaded>
  );
}
