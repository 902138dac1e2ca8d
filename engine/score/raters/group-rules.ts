// How many raters of a group it takes to show what the group says, how much it weighs then, and what becomes of it
// when they are fewer.
import { type RaterGroup, raterGroups } from '../../model/rating.ts';

/** All who are in groups too small to be shown, as one group. */
export const others = 'others';
export type FigureGroup = RaterGroup | typeof others;

/** `merge`: with other small groups into the others, once these reach their own threshold. */
export const whenSmall = ['suppress', 'merge'] as const;

export interface GroupRule {
  group: FigureGroup;
  /** Fewer raters could be told apart, so the group is suppressed. */
  threshold: number;
  weight: number;
  /** Default: suppress. The others are suppressed always, and `self` too: who is rated knows what they said. */
  whenSmall?: (typeof whenSmall)[number];
}

const peersAndReports: Partial<Record<RaterGroup, Pick<GroupRule, 'threshold' | 'weight'>>> = {
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

/** Only where some group is merged when it is small. */
export const defaultOthersRule: GroupRule = { group: others, threshold: 4, weight: 1 };
