// From the row of a measure to the measure that is scored, with a default for all that the row leaves out.
import type { Measure, Standards } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { isPerCent, looksLikeShares } from '../per.ts';
import type { MeasureRow, MilestoneRow } from './document-schema.ts';
import { fault, finding, type Path } from './faults.ts';
import { directionFor, readStandards, standardsFindings } from './read-standards.ts';
import type { Defaults, Located } from './to-records.ts';

const defaultRubric: Standards = { kind: 'levels', levels: { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 } };
const yesOrNo: Standards = { kind: 'levels', levels: { false: 0, true: 100 } };

type Kind = Measure['kind'];

function kindOf(row: MeasureRow, { rated }: Defaults): Kind {
  if (row.kind) return row.kind;
  if (row.milestones && row.milestones.length > 0) return 'milestones';
  return rated.has(row.id) || row.direction === 'rubric' ? 'rubric' : 'number';
}

const implied = (kind: Kind): Standards | null =>
  kind === 'rubric' ? defaultRubric : kind === 'boolean' ? yesOrNo : null;

/** An empty list says that there is none, where none is needed. */
const isNone = (raw: unknown, kind: Kind): boolean =>
  Array.isArray(raw) && raw.length === 0 && ['narrative', 'milestones', 'rubric', 'boolean'].includes(kind);

interface Written {
  standards: Standards | null;
  path: Path;
  problems: Problem[];
}

function standardsOf(
  row: Pick<MeasureRow | MilestoneRow, 'curve' | 'standards'>,
  place: { path: Path; mode: 'linear' | 'step'; kind: Kind; unit: string },
): Written {
  const key = row.curve != null ? 'curve' : 'standards';
  const path = [...place.path, key];
  if (row[key] == null || isNone(row[key], place.kind))
    return { standards: implied(place.kind), path, problems: [] };
  const reading = readStandards({ ...place, raw: row[key], path });
  return reading.problems
    ? { standards: null, path, problems: reading.problems }
    : { standards: reading.standards, path, problems: [] };
}

type Milestone = NonNullable<Measure['milestones']>[number];

function toMilestone(
  row: MilestoneRow,
  path: Path,
  index: number,
): { milestone: Milestone; problems: Problem[] } {
  const written = standardsOf(row, { path, mode: 'linear', kind: 'milestones', unit: '' });
  const { standards } = written;
  const wrong = standards ? standardsFindings(standards, 'milestone', written.path) : [];
  const id = row.id ?? `milestone-${index + 1}`;
  return {
    milestone: {
      id,
      title: row.title ?? id,
      due: row.due,
      weight: row.weight ?? 1,
      ...(standards && { standards }),
    },
    problems: [...written.problems, ...wrong.filter(({ severity }) => severity === 'error')],
  };
}

function narrativeFault({ row, path }: Located<MeasureRow>, kind: Kind): Problem[] {
  if (kind !== 'narrative' || !row.weight) return [];
  return [fault('DOC-invalid', [...path, 'weight'], 'A narrative is never scored: its weight must be 0.')];
}

/** Standards of at most 1 can be meant either way; the figures would be wrong by a hundred. */
function shareAdvice(measure: Measure, path: Path): Problem[] {
  const { unit, kind, timeAggregation, per } = measure;
  if (timeAggregation !== 'ratio' || per !== undefined || !looksLikeShares(measure)) return [];
  if (isPerCent(unit)) {
    const message = `The standards are taken as they stand in ${unit.trim()}: 1 is one of a hundred. If they are shares, write "per": 1.`;
    return [finding('warning', 'MEAS-percent', path, message)];
  }
  if (kind !== 'percent') return [];
  const message =
    'The standards are taken as shares, 1 being all of it, since none is greater than 1. If they are per cent, write "unit": "%".';
  return [finding('info', 'MEAS-percent', path, message)];
}

type Policy = 'weight' | 'critical' | 'missingPolicy' | 'carryMaxAge' | 'waived' | 'dueFrom';

/** 90, P90D or P12W. */
function daysOf(age: number | string): number {
  if (typeof age === 'number') return age;
  return Number(age.slice(1, -1)) * (age.endsWith('W') ? 7 : 1);
}

const isWaived = ({ waived, status }: MeasureRow): boolean =>
  Boolean(waived) || status === 'waived' || status === 'stopped';

/** How a measure counts, and what happens when it has no data. */
const policyOf = (row: MeasureRow, kind: Kind, defaults: Defaults): Pick<Measure, Policy> => ({
  weight: row.weight ?? (kind === 'narrative' ? 0 : 1),
  critical: row.critical ?? false,
  missingPolicy: row.missingPolicy ?? 'exclude',
  ...(row.carryMaxAge != null && { carryMaxAge: daysOf(row.carryMaxAge) }),
  waived: isWaived(row) || defaults.waived.has(row.id),
  dueFrom: row.dueFrom ?? null,
});

const aggregationOf = (row: MeasureRow, { ratios }: Defaults): Measure['timeAggregation'] =>
  row.timeAggregation ?? (ratios.has(row.id) ? 'ratio' : 'last');

export function toMeasure(
  located: Located<MeasureRow>,
  defaults: Defaults,
): { measure: Measure; problems: Problem[] } {
  const { row, path } = located;
  const kind = kindOf(row, defaults);
  const unit = row.unit ?? '';
  const { standards, ...written } = standardsOf(row, { path, mode: row.mode ?? 'linear', kind, unit });
  const milestones = (row.milestones ?? []).map((one, index) =>
    toMilestone(one, [...path, 'milestones', index], index),
  );
  const direction = directionFor(row.direction, kind, standards);
  const measure: Measure = {
    id: row.id,
    goalId: row.goalId,
    version: row.version || 1,
    title: row.title ?? row.name ?? row.id,
    kind,
    unit,
    direction,
    timeAggregation: aggregationOf(row, defaults),
    standards,
    ...(milestones.length > 0 && { milestones: milestones.map(({ milestone }) => milestone) }),
    ...policyOf(row, kind, defaults),
    ...(row.per != null && { per: row.per }),
    ...(row.valueFrom && { valueFrom: row.valueFrom }),
    source: row.source ?? '',
  };
  const problems = [
    ...written.problems,
    ...(standards ? standardsFindings(standards, direction, written.path) : []),
    ...milestones.flatMap((one) => one.problems),
    ...narrativeFault(located, kind),
    ...shareAdvice(measure, written.path),
  ];
  return { measure, problems };
}
