// The observations of a document, and the milestones that it says are reached, as observations too.
import type { Problem } from '../../model/problem.ts';
import type { Period } from '../../model/time.ts';
import { type Observed, observationFaults } from './check-observations.ts';
import type { MilestoneRow, ObservationRow, ScoreDocument } from './document-schema.ts';
import type { Path } from './faults.ts';
import type { PlanRead } from './read-plan.ts';
import { newestById, toObservation } from './to-records.ts';

interface Written {
  row: ObservationRow;
  path: Path;
}

function reached(measureId: string, { id, doneOn }: MilestoneRow, path: Path, index: number): Written[] {
  if (!doneOn) return [];
  const value = id ?? `milestone-${index + 1}`;
  const period = { periodStart: doneOn, periodEnd: doneOn };
  return [{ row: { id: `${measureId}/${value}`, measureId, value, ...period }, path }];
}

export function readObservations(
  document: ScoreDocument,
  { pieces }: PlanRead,
  window: Period,
): { observed: Observed[]; problems: Problem[] } {
  const measures = newestById(pieces.flatMap((piece) => piece.measures));
  const goals = newestById(pieces.flatMap((piece) => piece.goals));
  const written: Written[] = [
    ...(document.observations ?? []).map((row, index) => ({ row, path: ['observations', index] })),
    ...(document.measures ?? []).flatMap(({ id, milestones }, index) =>
      (milestones ?? []).flatMap((row, at) => reached(id, row, ['measures', index, 'milestones', at], at)),
    ),
  ];
  const observed = written.flatMap(({ row, path }, index): Observed[] => {
    const measure = measures.get(row.measureId);
    if (measure === undefined) return [];
    const componentId = goals.get(measure.goalId)?.componentId ?? '';
    const observation = toObservation(row, index, { measure, componentId, window });
    return [{ row, path, measure, observation }];
  });
  const rates = pieces.map((piece) => piece.rates);
  return { observed, problems: observationFaults(observed, rates) };
}
