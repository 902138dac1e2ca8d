// What somebody asks to publish, held against the version that is published, for a second person to decide.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Cycle } from '../../engine/index.ts';
import type { PublishRequestDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { Comparison } from '../compare/Comparison.tsx';
import { documentQuery } from '../compare/compare-queries.ts';
import { t } from '../language/index.ts';
import { publishRequestQuery } from './approval-queries.ts';
import classes from './approvals.module.css';
import { DecideBar } from './DecideBar.tsx';

const CycleCanvas = latePart(async () => (await import('../canvas/CycleCanvas.tsx')).CycleCanvas);

const route = getRouteApi('/signed-in/cycles/$cycleId/approval');

/** What is published is compared with what was there before it. */
const versionBefore = ({ version, against }: PublishRequestDetail): number | null =>
  version === null ? against : version - 1 || null;

function Changes({ request, version }: { request: PublishRequestDetail; version: number }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const old = useQuery(documentQuery(request.cycleId, version));
  const set = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <Loaded query={old}>
      {(before: Cycle) => (
        <Comparison
          old={before}
          other={request.cycle}
          chosen={search.change ?? null}
          showMoved={search.moves === 'yes'}
          onChoose={(change) => set({ change: change ?? undefined })}
          onMoved={(shown) => set({ moves: shown ? 'yes' : undefined })}
        />
      )}
    </Loaded>
  );
}

export function ApprovalScreen() {
  const { request: id = '' } = route.useSearch();
  const query = useQuery(publishRequestQuery(id));
  useCrumb(query.data ? t('{name}, to be approved', { name: query.data.name }) : '');
  return (
    <Loaded query={query} what="request">
      {(request) => {
        const version = versionBefore(request);
        return (
          <div className={classes.page}>
            <DecideBar request={request} />
            {version === null ? (
              <div className={classes.canvas}>
                <Suspense fallback={<Skeleton height="100%" />}>
                  <CycleCanvas cycle={request.cycle} />
                </Suspense>
              </div>
            ) : (
              <Changes request={request} version={version} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
