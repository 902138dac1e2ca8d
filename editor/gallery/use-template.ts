// A template becomes a cycle of one's own: a draft with an id and a name that no other cycle has.
import { useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../engine/index.ts';
import { cyclesQuery, writeDraft } from '../app/api/cycle-queries.ts';
import { freshSlug } from '../cycles/blank-cycle.ts';
import { companionsOf } from './companions.ts';
import { loadTemplates } from './templates.ts';

export interface MadeDraft {
  id: string;
  /** Drafts of the templates that it starts plans of, where there was no such cycle. */
  companions: string[];
}

export function useMakeDraft(): (template: Cycle) => Promise<MadeDraft> {
  const client = useQueryClient();
  return async (template) => {
    const cycles = await client.fetchQuery({ ...cyclesQuery, staleTime: 0 });
    const known = cycles.map((cycle) => cycle.id);
    const id = freshSlug(template.id, known);
    const companions = companionsOf(template, await loadTemplates(), known);
    // They are there first: a cycle that starts one which is not there is at fault.
    for (const companion of companions) await writeDraft(companion, null);
    const count = id === template.id ? '' : ` ${id.slice(template.id.length + 1)}`;
    await writeDraft({ ...template, id, name: `${template.name}${count}` }, null);
    await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
    return { id, companions: companions.map((companion) => companion.id) };
  };
}
