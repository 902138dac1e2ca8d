// The plans at a place that a canvas shows: of one version, in one stage, late or not.
import type { PlanItem } from '../app/api/wire.ts';

export interface Place {
  version?: string | undefined;
  stage?: string | undefined;
  late?: string | undefined;
}

const isLate = ({ waits }: Pick<PlanItem, 'waits'>, now: string): boolean =>
  waits.some((wait) => wait.kind === 'task' && wait.dueAt !== null && wait.dueAt < now);

export const isAt = (
  plan: Pick<PlanItem, 'version' | 'stage' | 'waits'>,
  { version, stage, late }: Place,
  now: string,
): boolean =>
  (version === undefined || String(plan.version) === version) &&
  (stage === undefined || plan.stage.includes(stage)) &&
  (late === undefined || isLate(plan, now));
