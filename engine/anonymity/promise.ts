// Under which promise somebody answers: fixed when the cycle is launched, never weaker than what its task says.
import type { CycleTask } from '../model/cycle.ts';
import type { RaterGroup } from '../model/rating.ts';

/**
 * named: the name stands beside each answer · confidential: HR alone learns who said it · anonymous: nobody does. The
 * last two are shown only together, from the threshold on.
 */
export const anonymities = ['named', 'confidential', 'anonymous'] as const;
export type Anonymity = (typeof anonymities)[number];

/** What was kept; what is not known is as careful as can be. */
export const toAnonymity = (kept: string | null): Anonymity =>
  anonymities.find((one) => one === kept) ?? 'anonymous';

/** Two people know of each other what each said. */
export const LEAST_THRESHOLD = 3;

export interface AnswerPromise {
  group: RaterGroup;
  threshold: number;
  anonymity: Anonymity;
}

type Raters = NonNullable<CycleTask['raters']>;

const known: readonly RaterGroup[] = ['self', 'manager'];
const smallest = (group: RaterGroup): number =>
  group === 'peer' || group === 'report' ? LEAST_THRESHOLD : LEAST_THRESHOLD + 1;

/** One's own answer, and that of the one manager, cannot be hidden; those who answer know it. */
export function promiseOf(raters: Raters, launched: Anonymity): AnswerPromise {
  const { group, named = false } = raters;
  const threshold = Math.max(LEAST_THRESHOLD, raters.threshold ?? smallest(group));
  return { group, threshold, anonymity: named || known.includes(group) ? 'named' : launched };
}

/** Whether the tasks promise to show answers only together, so that a launch cannot name those who give them. */
export const promisesNoNames = (raters: readonly Raters[]): boolean =>
  raters.some((one) => promiseOf(one, 'anonymous').anonymity !== 'named');
