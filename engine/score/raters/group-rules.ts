// How many raters of a group it takes to show what the group says, and how much it weighs then.
import { type RaterGroup, raterGroups } from '../../model/rating.ts';

export interface GroupRule {
  group: RaterGroup;
  /** Fewer raters could be told apart, so the group is suppressed. */
  threshold: number;
  weight: number;
}

const peersAndReports: Partial<Record<RaterGroup, Omit<GroupRule, 'group'>>> = {
  // Shown beside the others, never counted.
  self: { threshold: 1, weight: 0 },
  manager: { threshold: 1, weight: 1 },
  peer: { threshold: 3, weight: 1 },
  report: { threshold: 3, weight: 1 },
};

export const defaultGroupRules: readonly GroupRule[] = raterGroups.map((group) => ({
  group,
  ...(peersAndReports[group] ?? { threshold: 4, weight: 1 }),
}));
