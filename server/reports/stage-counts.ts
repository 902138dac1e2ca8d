// How many plans of one version are in each stage. Pure: groups of plans by where they are go in.
export interface PlansAt {
  stage: string[];
  status: string;
  count: number;
}
export interface LateAt {
  stage: string;
  count: number;
}
export interface StageCount {
  stage: string;
  active: number;
  /** Of the active ones: those with a task of the stage that is past its due instant. */
  overdue: number;
  ended: number;
}

export interface VersionCounts {
  /** Plans, each counted once. */
  active: number;
  ended: number;
  items: StageCount[];
}

const total = (plans: readonly PlansAt[], isActive: boolean): number =>
  plans.filter(({ status }) => (status === 'active') === isActive).reduce((sum, { count }) => sum + count, 0);

/** A plan in several parts of a parallel stage counts in each of them. */
export function stageCounts(plans: readonly PlansAt[], late: readonly LateAt[]): VersionCounts {
  const counts = new Map<string, StageCount>();
  const at = (stage: string): StageCount => {
    const known = counts.get(stage) ?? { stage, active: 0, overdue: 0, ended: 0 };
    counts.set(stage, known);
    return known;
  };
  for (const { stage: stages, status, count } of plans)
    for (const stage of stages) at(stage)[status === 'active' ? 'active' : 'ended'] += count;
  for (const { stage, count } of late) at(stage).overdue += count;
  const items = [...counts.values()].sort((a, b) => (a.stage < b.stage ? -1 : 1));
  return { active: total(plans, true), ended: total(plans, false), items };
}
