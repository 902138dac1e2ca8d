// From the rows of a document to the records that are scored, with a default for all that a row leaves out.
import { type Goal, goalDefaults } from '../../model/goal.ts';
import type { CriticalCap, Measure, Observation } from '../../model/measure.ts';
import type { RaterGroup, Rating } from '../../model/rating.ts';
import type { Period } from '../../model/time.ts';
import { canonicalInstant } from '../../time/instant.ts';
import { isCurrency } from '../amount.ts';
import type { GoalRow, ObservationRow } from './document-schema.ts';
import type { Path } from './faults.ts';
import type { RatingRow } from './rating-rows.ts';

/** What the whole document says and single rows may leave out. */
export interface Defaults {
  criticalCap: CriticalCap;
  waived: ReadonlySet<string>;
  /** Measures with observations that are numerators over denominators. */
  ratios: ReadonlySet<string>;
  /** Measures that raters rate. */
  rated: ReadonlySet<string>;
  /** Goals that have measures. */
  measured: ReadonlySet<string>;
  /** Goals to which others contribute. */
  served: ReadonlySet<string>;
}

export interface Located<Row> {
  row: Row;
  path: Path;
}

function scoreModeOf(row: GoalRow, { measured, served }: Defaults): Goal['scoreMode'] {
  if (row.scoreMode) return row.scoreMode;
  if (row.ownShare != null) return 'mixed';
  return !measured.has(row.id) && served.has(row.id) ? 'children' : 'own';
}

export const toGoal = (row: GoalRow, defaults: Defaults): Goal => ({
  id: row.id,
  componentId: row.componentId,
  version: row.version || goalDefaults.version,
  title: row.title ?? row.name ?? row.id,
  dimension: row.dimension ?? goalDefaults.dimension,
  priority: row.priority ?? goalDefaults.priority,
  critical: row.critical ?? goalDefaults.critical,
  scoreMode: scoreModeOf(row, defaults),
  ownShare: row.ownShare ?? 0.5,
  aggregator: row.aggregator ?? goalDefaults.aggregator,
  minCoverage: row.minCoverage ?? goalDefaults.minCoverage,
  criticalCap: row.criticalCap ?? defaults.criticalCap,
  alignments: (row.alignments ?? []).map(({ parentGoalId, mode, share, contribution }) => ({
    parentGoalId,
    mode: mode ?? 'contributes',
    share: share ?? 1,
    contribution: contribution ?? null,
  })),
  status: row.waived || defaults.waived.has(row.id) ? 'waived' : (row.status ?? goalDefaults.status),
});

/** What was said last of each. */
export const newestById = <Row extends { id: string }>(rows: readonly Located<Row>[]): Map<string, Row> =>
  new Map(rows.map(({ row }) => [row.id, row]));

const hasOffset = (text: string): boolean => /(Z|[+-]\d{2}:?\d{2})$/.test(text);

/** A date is the start of its day, and what names no offset is in UTC. */
export const instantOf = (text: string): string =>
  canonicalInstant(text.length === 10 ? `${text}T00:00:00Z` : hasOffset(text) ? text : `${text}Z`);

/** Yes and no may be written as 1 and 0. */
function observedValue(value: unknown, { kind }: Measure): Observation['value'] {
  if (kind === 'boolean' && (value === 0 || value === 1)) return value === 1;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

export const periodOf = (row: ObservationRow, window: Period): Period => ({
  start: row.periodStart ?? row.periodEnd ?? window.start,
  end: row.periodEnd ?? row.periodStart ?? window.end,
});

/** `measure` and the component of its goal say what the row leaves out. */
export function toObservation(
  row: ObservationRow,
  index: number,
  { measure, componentId, window }: { measure: Measure; componentId: string; window: Period },
): Observation {
  const { start, end } = periodOf(row, window);
  const currency =
    row.currency ?? (measure.kind === 'currency' && isCurrency(measure.unit) ? measure.unit : null);
  return {
    id: row.id ?? `observation-${index + 1}`,
    measureId: row.measureId,
    componentId: row.componentId ?? componentId,
    periodStart: start,
    periodEnd: end,
    value: observedValue(row.value, measure),
    numerator: row.numerator ?? null,
    denominator: row.denominator ?? null,
    n: row.n ?? null,
    ...(currency && { currency }),
    status: row.status ?? 'verified',
    supersedes: row.supersedes ?? null,
    source: row.source ?? '',
    enteredBy: row.enteredBy ?? '',
    at: instantOf(row.at ?? end),
  };
}

const groups: Record<RatingRow['raterGroup'], RaterGroup> = {
  self: 'self',
  manager: 'manager',
  managers: 'manager',
  peer: 'peer',
  peers: 'peer',
  report: 'report',
  reports: 'report',
  customer: 'customer',
  customers: 'customer',
  skip: 'skip',
};
export const groupOf = (group: RatingRow['raterGroup']): RaterGroup => groups[group];

export const toRating = (row: RatingRow, index: number): Rating => ({
  id: row.id ?? `rating-${index + 1}`,
  itemId: row.itemId,
  raterId: row.raterId,
  raterGroup: groupOf(row.raterGroup),
  level: typeof row.level === 'boolean' ? String(row.level) : row.level,
  evidenceIds: row.evidenceIds ?? [],
  version: row.version ?? 1,
  supersedes: row.supersedes ?? null,
  reason: row.reason ?? null,
});
