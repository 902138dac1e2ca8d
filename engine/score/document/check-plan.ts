// What is wrong with the plan itself: its versions, its links, its matrix; and what is only worth knowing.
import type { Goal } from '../../model/goal.ts';
import type { Measure } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { alignmentCycle, circleOf } from '../alignment.ts';
import { fractionOf, sumOf, toNumber } from '../fraction.ts';
import type { ComponentPlace } from '../scoring.ts';
import type { ScoreDocument } from './document-schema.ts';
import { fault, finding, type Path } from './faults.ts';
import type { PlanVersion } from './plan-versions.ts';
import { instantOf, type Located } from './to-records.ts';

function overlapFaults(versions: readonly PlanVersion[]): Problem[] {
  return versions.flatMap(({ path, period }, index) => {
    const before = versions[index - 1];
    if (period.end < period.start)
      return [fault('PLAN-period', [...path, 'to'], `The version ends before it starts on ${period.start}.`)];
    if (before === undefined || before.period.end < period.start) return [];
    const message = `The version starts on ${period.start}, when version ${before.number} still holds. A version holds from "from" to the day before "to".`;
    return [fault('PLAN-overlap', [...path, 'from'], message)];
  });
}

/** What was said of the past is changed only with the subject's knowledge. */
function retroactiveFaults(document: ScoreDocument, versions: readonly PlanVersion[]): Problem[] {
  const message =
    'A retroactive change holds for what is past: say that the subject has acknowledged it ("acknowledged": true), or use the policy "segmented".';
  const last = versions.at(-1);
  return versions.flatMap((version) => {
    const { row, path } = version;
    const isRetroactive =
      row.policy === 'retroactive' || (version === last && document.policy === 'retroactive');
    const isAcknowledged = row.acknowledged ?? (row.acknowledgedBy || row.acknowledgedAt) != null;
    return isRetroactive && !isAcknowledged ? [fault('PLAN-unacknowledged', path, message)] : [];
  });
}

/** The formula is frozen when the first rating is in: later only by somebody who may, and with a reason. */
function frozenFaults(document: ScoreDocument, versions: readonly PlanVersion[]): Problem[] {
  const [firstRating] = (document.ratings ?? []).flatMap(({ at }) => (at ? [instantOf(at)] : [])).sort();
  return versions.flatMap(({ row, path }) => {
    const isLate = firstRating !== undefined && row.at && instantOf(row.at) > firstRating;
    if (!isLate || (row.reason && row.authorisedBy)) return [];
    const key = row.reason ? 'authorisedBy' : 'reason';
    const message =
      'The plan was rated before this version was made: say why it was made ("reason") and who allowed it ("authorisedBy").';
    return [fault('PLAN-frozen', [...path, key], message)];
  });
}

export const versionFaults = (document: ScoreDocument, versions: readonly PlanVersion[]): Problem[] => [
  ...overlapFaults(versions),
  ...retroactiveFaults(document, versions),
  ...frozenFaults(document, versions),
];

export interface PlanInPiece {
  goals: Located<Goal>[];
  components: Located<ComponentPlace>[];
}

const pathOf = (all: readonly Located<{ id: string }>[], id: string | undefined): Path =>
  all.find(({ row }) => row.id === id)?.path ?? [];

export function circleFaults({ goals, components }: PlanInPiece): Problem[] {
  const serving = alignmentCycle(goals.map(({ row }) => row));
  const above = circleOf(components.map(({ row: { id, parentIds } }) => ({ id, parents: [...parentIds] })));
  return [
    ...(serving
      ? [
          fault(
            'ALN-01',
            [...pathOf(goals, serving[0]), 'alignments'],
            `The goals serve themselves: ${serving.join(' → ')}. Remove one link.`,
          ),
        ]
      : []),
    ...(above
      ? [
          fault(
            'DOC-circular',
            pathOf(components, above[0]),
            `The components are above themselves: ${above.join(' → ')}.`,
          ),
        ]
      : []),
  ];
}

/** ALN-02: values add up only in one unit; money is converted. */
export function unitFaults(measures: readonly Located<Measure>[]): Problem[] {
  const byId = new Map(measures.map(({ row }) => [row.id, row]));
  return measures.flatMap(({ row, path }) =>
    (row.valueFrom ?? []).flatMap((id, index) => {
      const part = byId.get(id);
      const isMoney = row.kind === 'currency' && part?.kind === 'currency';
      if (part === undefined || part.unit === row.unit || isMoney) return [];
      const message = `The values of ${id} are in "${part.unit}" and cannot be added up in "${row.unit}".`;
      return [fault('ALN-02', [...path, 'valueFrom', index], message)];
    }),
  );
}

/** ALN-03: the same result counted in several places. */
export function doubleCounting(goals: readonly Located<Goal>[]): Problem[] {
  return goals.flatMap(({ row, path }) => {
    const links = row.alignments.filter(({ mode, share }) => mode === 'contributes' && share > 0);
    const total = toNumber(sumOf(links.map(({ share }) => fractionOf(share))));
    if (total <= 1) return [];
    const message =
      links.length === 1
        ? `The share of ${row.id} in one goal is ${total}, so part of it counts more than once.`
        : `The shares of ${row.id} in ${links.length} goals total ${total}, so part of it counts more than once.`;
    return [finding('warning', 'ALN-03', [...path, 'alignments'], message)];
  });
}

/** Weights are normalised whatever they total; who means them as per cent wants to know. */
export function percentAdvice(
  goals: readonly Located<Goal>[],
  measures: readonly Located<Measure>[],
): Problem[] {
  return goals.flatMap(({ row, path }) => {
    const weights = measures.filter((one) => one.row.goalId === row.id).map((one) => one.row.weight);
    const total = toNumber(sumOf(weights.map(fractionOf)));
    if (weights.length === 0 || total === 100) return [];
    const message = `The weights of the measures of ${row.id} total ${total}, not 100. They are normalised.`;
    return [finding('info', 'MEAS-weights', path, message)];
  });
}
