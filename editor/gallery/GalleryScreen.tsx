// The gallery of templates: look, read, and begin with one as a draft of one's own.
import { SimpleGrid } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { LaunchTemplate } from './LaunchTemplate.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { loadTemplates } from './templates.ts';
import { useMakeDraft } from './use-template.ts';

const templatesQuery = {
  queryKey: ['templates'],
  queryFn: loadTemplates,
  staleTime: Number.POSITIVE_INFINITY,
};

export function GalleryScreen() {
  const query = useQuery(templatesQuery);
  const may = useMay();
  const use = useTemplate();
  const [launched, setLaunched] = useState<Cycle | null>(null);
  const mayLaunch = may('cycles.change') && may('cycles.publish') && may('launches.start');
  return (
    <>
      <PageTitle
        title={t('Templates')}
        about={t(
          'Ready cycles to begin from. A template becomes a draft of your own: change what is different where you work, then publish it.',
        )}
      />
      {use.isError && <Failure error={use.error} />}
      <Loaded query={query} lines={8}>
        {(cycles) => (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {cycles.map((cycle) => (
              <TemplateCard
                key={cycle.id}
                cycle={cycle}
                busy={use.isPending && use.variables.id === cycle.id}
                onUse={may('cycles.change') ? () => use.mutate(cycle) : null}
                onLaunch={mayLaunch ? () => setLaunched(cycle) : null}
              />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
      {launched && <LaunchTemplate template={launched} onClose={() => setLaunched(null)} />}
    </>
  );
}

/** A draft of one's own; then its canvas. */
function useTemplate() {
  const navigate = useNavigate();
  const makeDraft = useMakeDraft();
  return useMutation({
    mutationFn: makeDraft,
    onSuccess: ({ id: cycleId }) => navigate({ to: '/cycles/$cycleId', params: { cycleId } }),
  });
}
