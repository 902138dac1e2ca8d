// Any two versions of a cycle, or a version and the draft, compared. Its address says which, and which change is shown.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { t } from '../language/index.ts';
import { CompareBar } from './CompareBar.tsx';
import { Comparison } from './Comparison.tsx';
import classes from './compare.module.css';
import { documentQuery } from './compare-queries.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { pairOf, readVersionName, type VersionName, versionWords } from './version-name.ts';

const route = getRouteApi('/signed-in/cycles/$cycleId/compare');

interface PairProps {
  cycleId: string;
  versions: readonly CycleVersion[];
  from: VersionName;
  to: VersionName;
}

function Both({ cycleId, versions, from, to }: PairProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [restoring, setRestoring] = useState(false);
  const old = useQuery(documentQuery(cycleId, from));
  const other = useQuery(documentQuery(cycleId, to));
  const may = useMay();
  const name = other.data?.name ?? old.data?.name ?? '';
  useCrumb(
    name === '' ? '' : t('{name}, {from} and {to}', { name, from: versionWords(from), to: versionWords(to) }),
  );
  const set = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const show = (before: Cycle) =>
    other.data && (
      <Comparison
        old={before}
        other={other.data}
        chosen={search.change ?? null}
        showMoved={search.moves === 'yes'}
        onChoose={(change) => set({ change: change ?? undefined })}
        onMoved={(shown) => set({ moves: shown ? 'yes' : undefined })}
      />
    );
  return (
    <div className={classes.page}>
      <CompareBar
        name={name}
        versions={versions}
        from={from}
        to={to}
        onPair={(pair) => set({ from: String(pair.from), to: String(pair.to), change: undefined })}
        onRestore={may('cycles.change') && from !== 'draft' && old.data ? () => setRestoring(true) : null}
      />
      <Loaded query={old} what="version">
        {(before) => (
          <Loaded query={other} what="version">
            {() => show(before)}
          </Loaded>
        )}
      </Loaded>
      {restoring && from !== 'draft' && old.data && (
        <RestoreDialog
          cycleId={cycleId}
          version={from}
          cycle={old.data}
          onClose={() => setRestoring(false)}
        />
      )}
    </div>
  );
}

export function CompareScreen() {
  const { cycleId } = route.useParams();
  const { from, to } = route.useSearch();
  const versions = useQuery(cycleVersionsQuery(cycleId));
  return (
    <Loaded query={versions}>
      {(list) => {
        const given = { from: readVersionName(from), to: readVersionName(to) };
        return <Both cycleId={cycleId} versions={list} {...pairOf(given, list[0]?.version ?? 1)} />;
      }}
    </Loaded>
  );
}
