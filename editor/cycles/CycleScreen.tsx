// A cycle: its draft to be drawn, or a published version to be looked at.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { cycleVersionQuery, draftQuery } from '../app/api/cycle-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart, useTried } from '../app/parts/late-part.tsx';
import { isNotThere } from '../app/parts/NotThere.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import type { RehearseAt } from '../canvas/chrome/use-rehearsing.ts';
import { t } from '../language/index.ts';
import { readTab } from '../rehearse/rehearse-props.ts';
import { DraftEditor } from './DraftEditor.tsx';

const VersionView = latePart(async () => (await import('./VersionView.tsx')).VersionView);
const VersionRehearsal = latePart(
  async () => (await import('../rehearse/VersionRehearsal.tsx')).VersionRehearsal,
);

const route = getRouteApi('/signed-in/cycles/$cycleId');

interface PublishedProps {
  cycleId: string;
  version: number;
  what: 'cycle' | 'version';
}

function Published({ cycleId, version, what }: PublishedProps) {
  const query = useQuery(cycleVersionQuery(cycleId, version));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { look } = search;
  useCrumb(query.data ? t('{name}, version {version}', { name: query.data.cycle.name, version }) : '');
  const rehearse = useRehearseAt();
  const tried = useTried(rehearse.tab === null ? VersionView : VersionRehearsal);
  return (
    <Loaded query={tried ? query : { ...query, data: undefined }} what={what}>
      {(published) => (
        <Suspense fallback={<Skeleton height="100%" />}>
          {rehearse.tab === null ? (
            <VersionView
              published={published}
              look={look === 'time' ? 'time' : 'plans'}
              onLook={(next) => void navigate({ search: { ...search, look: next }, replace: true })}
            />
          ) : (
            <VersionRehearsal published={published} at={rehearse} />
          )}
        </Suspense>
      )}
    </Loaded>
  );
}

/** The address says what is rehearsed, so that a reload and a link show it again. */
function useRehearseAt(): RehearseAt {
  const { rehearse } = route.useSearch();
  const navigate = route.useNavigate();
  return {
    tab: readTab(rehearse),
    show: (tab) =>
      void navigate({ search: (before) => ({ ...before, rehearse: tab ?? undefined }), replace: true }),
  };
}

function Draft({ cycleId }: { cycleId: string }) {
  const rehearse = useRehearseAt();
  const query = useQuery({ ...draftQuery(cycleId), refetchOnWindowFocus: false });
  const may = useMay();
  useCrumb(query.data?.body.name ?? '');
  // A cycle whose draft is gone still has the versions that plans run on.
  if (isNotThere(query.error)) return <Published cycleId={cycleId} version={1} what="cycle" />;
  return (
    <Loaded query={query}>
      {({ body, etag }) => (
        <DraftEditor cycle={body} etag={etag} readOnly={!may('cycles.change')} rehearse={rehearse} />
      )}
    </Loaded>
  );
}

export function CycleScreen() {
  const { cycleId } = route.useParams();
  const { version } = route.useSearch();
  return version ? (
    <Published cycleId={cycleId} version={Number(version)} what="version" />
  ) : (
    <Draft key={cycleId} cycleId={cycleId} />
  );
}
