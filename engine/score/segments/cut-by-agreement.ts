// A plan that was changed and agreed anew is scored part by part, each by the version that was in force (domain: mid-cycle
// change, segmented). The first version counts from the start of the period: nothing else was agreed before it.
import type { AgreedVersion } from '../../model/agreed-version.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import type { Segment } from '../scoring.ts';
import { cutPeriod } from './cut-period.ts';

type Dated = Pick<AgreedVersion, 'from'>;

export const inForceOn = <Version extends Dated>(
  agreed: readonly Version[],
  day: LocalDate,
): Version | undefined => agreed.filter(({ from }) => from <= day).at(-1) ?? agreed[0];

/** Those that count on some day of the period; `agreed` in order of time. */
export function versionsIn<Version extends Dated>(
  agreed: readonly Version[],
  { start, end }: Period,
): Version[] {
  const first = inForceOn(agreed, start);
  return agreed.filter((one) => one === first || (start < one.from && one.from <= end));
}

/** `agreed` in order of time; goals of other components, and their measures, stay as they are. */
export function cutByAgreement(
  segment: Segment,
  agreed: readonly AgreedVersion[],
  componentId: string,
): Segment[] {
  if (agreed.length === 0) return [segment];
  const own = new Set(
    [...segment.goals, ...agreed.flatMap(({ goals }) => goals)]
      .filter((goal) => goal.componentId === componentId)
      .map(({ id }) => id),
  );
  const others = {
    goals: segment.goals.filter(({ id }) => !own.has(id)),
    measures: segment.measures.filter(({ goalId }) => !own.has(goalId)),
  };
  const days = agreed.slice(1).map(({ from }) => from);
  return cutPeriod(segment.period, days).map((period) => {
    const inForce = inForceOn(agreed, period.start);
    return {
      ...segment,
      period,
      version: inForce?.version ?? segment.version,
      goals: [...(inForce?.goals ?? []), ...others.goals],
      measures: [...(inForce?.measures ?? []), ...others.measures],
    };
  });
}
