// The template that is launched beside other cycles: it says what a new manager, a move, a leave or changed goals mean in the
// middle of them. Where nobody has published it yet it is made from the template, by whoever may.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cyclesQuery, writeDraft } from '../app/api/cycle-queries.ts';
import { post } from '../app/api/request.ts';
import type { CycleSummary, CycleVersion, Launch } from '../app/api/wire.ts';
import { told, toldFailure } from '../app/parts/told.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { settingsQuery } from '../approvals/approval-queries.ts';
import { t } from '../language/index.ts';
import { type LaunchValues, toBesideLaunch, toNewLaunch } from './new-launch.ts';
import { useLaunch } from './use-launch.ts';

export const BESIDE = 'mid-cycle-change';

export interface Beside {
  name: string;
  /** It is published with the launch. */
  isNew: boolean;
}

interface Asked {
  cycles: readonly Pick<CycleSummary, 'id' | 'name' | 'latestVersion'>[];
  /** The one that is launched. */
  cycleId: string;
  /** Whether the reader may publish, and nobody else has to approve it. */
  mayPublish: boolean;
}

/** Null: it is launched itself, or is there as a draft that somebody works on, or cannot be published by the reader. */
export function besideOf({ cycles, cycleId, mayPublish }: Asked): Beside | null {
  if (cycleId === '' || cycleId === BESIDE) return null;
  const known = cycles.find(({ id }) => id === BESIDE);
  if (known) return known.latestVersion === null ? null : { name: known.name, isNew: false };
  return mayPublish ? { name: 'Mid-cycle change', isNew: true } : null;
}

export function useBeside(cycleId: string): Beside | null {
  const may = useMay();
  const cycles = useQuery(cyclesQuery).data;
  const settings = useQuery(settingsQuery).data;
  if (!cycles) return null;
  const mayPublish = may('cycles.publish') && settings?.secondPerson === false;
  return besideOf({ cycles, cycleId, mayPublish });
}

async function publishBeside(): Promise<void> {
  const { loadTemplates } = await import('../gallery/templates.ts');
  const template = (await loadTemplates()).find(({ id }) => id === BESIDE);
  if (!template) throw new Error(`There is no template ${BESIDE}.`);
  await writeDraft(template, null);
  await post<CycleVersion>(`/cycles/${BESIDE}/publish`, { note: '' });
}

/** Published before anything is launched: when that is refused, nothing has begun. */
export function useLaunchBeside(beside: Beside | null) {
  const launch = useLaunch();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: LaunchValues) => {
      const isWanted = beside !== null && values.beside === true;
      if (isWanted && beside.isNew) {
        await publishBeside();
        await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      }
      await launch.mutateAsync(toNewLaunch(values));
      if (!isWanted) return;
      try {
        await post<Launch>('/launches', toBesideLaunch(values, BESIDE));
        told(t('“{name}” is launched beside it.', { name: beside.name }));
      } catch (error) {
        toldFailure(error);
      }
      await client.invalidateQueries({ queryKey: ['launches', 'list'] });
    },
  });
}
