// The gallery of templates: look, read, and begin with one as a draft of one's own.
import { SimpleGrid } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Cycle } from '../../engine/index.ts';
import { cyclesQuery, writeDraft } from '../app/api/cycle-queries.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { freshSlug } from '../cycles/blank-cycle.ts';
import { t } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { loadTemplates } from './templates.ts';

const templatesQuery = {
  queryKey: ['templates'],
  queryFn: loadTemplates,
  staleTime: Number.POSITIVE_INFINITY,
};

export function GalleryScreen() {
  const query = useQuery(templatesQuery);
  const may = useMay();
  const use = useTemplate();
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
              />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
    </>
  );
}

/** A draft with an id and a name that no other cycle has; then its canvas. */
function useTemplate() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (template: Cycle) => {
      const cycles = await client.fetchQuery(cyclesQuery);
      const id = freshSlug(
        template.id,
        cycles.map((cycle) => cycle.id),
      );
      const count = id === template.id ? '' : ` ${id.slice(template.id.length + 1)}`;
      await writeDraft({ ...template, id, name: `${template.name}${count}` }, null);
      return id;
    },
    onSuccess: async (cycleId) => {
      await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      await navigate({ to: '/cycles/$cycleId', params: { cycleId } });
    },
  });
}
