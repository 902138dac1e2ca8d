// A template becomes a cycle of one's own: a draft with an id and a name that no other cycle has.
import { useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../engine/index.ts';
import { cyclesQuery, writeDraft } from '../app/api/cycle-queries.ts';
import { freshSlug } from '../cycles/blank-cycle.ts';

/** Gives the id of the draft. */
export function useMakeDraft(): (template: Cycle) => Promise<string> {
  const client = useQueryClient();
  return async (template) => {
    const cycles = await client.fetchQuery({ ...cyclesQuery, staleTime: 0 });
    const id = freshSlug(
      template.id,
      cycles.map((cycle) => cycle.id),
    );
    const count = id === template.id ? '' : ` ${id.slice(template.id.length + 1)}`;
    await writeDraft({ ...template, id, name: `${template.name}${count}` }, null);
    await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
    return id;
  };
}
