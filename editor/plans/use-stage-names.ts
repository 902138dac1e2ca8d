// Where plans stand, in the words of the version that each of them follows.
import { useQueries } from '@tanstack/react-query';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import type { PlanItem, PublishedCycle } from '../app/api/wire.ts';
import { endedWords } from '../app/words/ending.ts';
import { inWords } from '../app/words/history.ts';
import { stagesInOrder } from '../app/words/stages-in-order.ts';

export type StageNames = (plan: PlanItem) => string;

/** What the stages are called in each plan's own version; until that is read, their ids in words. */
export function useStageNames(plans: PlanItem[]): StageNames {
  const versions = [...new Map(plans.map((plan) => [`${plan.cycleId} ${plan.version}`, plan])).values()];
  return useQueries({
    queries: versions.map(({ cycleId, version }) => cycleVersionQuery(cycleId, version)),
    combine: namesOf,
  });
}

function namesOf(results: { data?: PublishedCycle | undefined }[]): StageNames {
  const names = new Map<string, string>();
  for (const { data } of results) {
    if (!data) continue;
    for (const stage of stagesInOrder(data.cycle.stages))
      names.set(`${data.cycleId} ${data.version} ${stage.id}`, stage.name);
  }
  return (plan) => {
    if (plan.status === 'ended') return endedWords(plan.ending);
    return plan.stage
      .map((id) => names.get(`${plan.cycleId} ${plan.version} ${id}`) ?? inWords(id))
      .join(', ');
  };
}
