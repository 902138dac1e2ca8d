// The pace of every additive measure in force now.
import type { Pace } from '../pace.ts';
import { paceOf } from '../pace.ts';
import { windowsIn } from '../score-segment.ts';
import { observationsBy, type Scoring } from '../scoring.ts';

export type PaceReport = Pace;

export function paceReport(scoring: Scoring): Record<string, PaceReport> {
  const segment = scoring.segments.at(-1);
  if (segment === undefined) return {};
  const windowOf = windowsIn(scoring, segment.rates);
  const observationsOf = observationsBy(scoring.observations);
  const ownerOf = new Map(segment.goals.map(({ id, componentId }) => [id, componentId]));
  const paces = segment.measures.flatMap((measure): [string, PaceReport][] => {
    const componentId = ownerOf.get(measure.goalId) ?? '';
    const window = windowOf(componentId, scoring.period);
    const pace = paceOf(measure, observationsOf(measure), window, scoring.activeTimeOf(componentId));
    return pace ? [[measure.id, pace]] : [];
  });
  return Object.fromEntries(paces);
}
