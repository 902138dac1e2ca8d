// What would be shown of the answers if all who are named answered: told to who names them, before anybody is asked.
import type { RaterGroup } from '../model/rating.ts';
import { LEAST_THRESHOLD } from './promise.ts';
import { showAnswers } from './show-answers.ts';

export interface Foreseen {
  /** Groups that are shown each by itself. */
  apart: RaterGroup[];
  /** Groups that are shown as one, since one of them alone would be too few. */
  together: RaterGroup[];
  /** Groups of which nothing is shown. */
  hidden: RaterGroup[];
  /** How many more people it takes for anything to be shown at all. */
  missing: number;
}

export function foreseeGroups(named: Partial<Record<RaterGroup, number>>): Foreseen {
  const groups = Object.entries(named) as [RaterGroup, number][];
  const answers = groups.flatMap(([group, count]) =>
    Array.from({ length: count }, (_, index) => ({
      group,
      authorId: `${group} ${index}`,
      text: '',
      threshold: LEAST_THRESHOLD,
    })),
  );
  const { shown } = showAnswers(answers);
  const alone = shown.filter((one) => one.groups.length === 1).flatMap((one) => one.groups);
  const mixed = shown.filter((one) => one.groups.length > 1).flatMap((one) => one.groups);
  const visible = new Set([...alone, ...mixed]);
  return {
    apart: alone,
    together: mixed,
    hidden: groups.filter(([group, count]) => count > 0 && !visible.has(group)).map(([group]) => group),
    missing: Math.max(0, LEAST_THRESHOLD - answers.length),
  };
}
