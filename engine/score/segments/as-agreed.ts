// What counts last in a period, where it was agreed, in the place of what the documents say now.
import type { Agreement } from '../../model/agreed-version.ts';
import type { Period } from '../../model/time.ts';
import type { Segment } from '../scoring.ts';
import { versionsIn } from './cut-by-agreement.ts';

type Said = Pick<Segment, 'goals' | 'measures'>;

export function asAgreed({ goals, measures }: Said, agreements: readonly Agreement[], period: Period): Said {
  const last = new Map(
    agreements.flatMap(({ componentId, agreed }) => {
      const version = versionsIn(agreed, period).at(-1);
      return version ? [[componentId, version] as const] : [];
    }),
  );
  if (last.size === 0) return { goals, measures };
  const replaced = new Set(goals.filter(({ componentId }) => last.has(componentId)).map(({ id }) => id));
  const versions = [...last.values()];
  return {
    goals: [...goals.filter(({ id }) => !replaced.has(id)), ...versions.flatMap((one) => one.goals)],
    measures: [
      ...measures.filter(({ goalId }) => !replaced.has(goalId)),
      ...versions.flatMap((one) => one.measures),
    ],
  };
}
