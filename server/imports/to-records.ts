// Turns indicator rows into the records of the organisation. Ids come from names alone, so the same
// file imported twice makes the same records, and nothing changes the second time.
import { createHash } from 'node:crypto';
import {
  type Component,
  type ComponentKind,
  componentKindSchema,
  type Goal,
  goalDefaults,
  isClockUnit,
  type Measure,
  type Observation,
  type Period,
  secondsOf,
} from '../../engine/index.ts';
import type { ImportMapping, IndicatorRow } from './indicator-rows.ts';

export interface ImportedRecords {
  components: Component[];
  goals: Goal[];
  measures: { measure: Measure; componentId: string }[];
  observations: Observation[];
}

export interface ImportContext {
  mapping: ImportMapping;
  period: Period;
  under: string | null;
  source: string;
  enteredBy: string;
  at: string;
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '') || 'unnamed';

const componentIdOf = (path: string[]): string =>
  `${slug(path.at(-1) ?? '')}-${digest(JSON.stringify(path))}`;
const goalIdOf = (path: string[], goal: string): string =>
  `goal-${digest(JSON.stringify([...path, 'goal', goal]))}`;
const measureIdOf = (row: IndicatorRow): string =>
  row.measureId
    ? `ind-${row.measureId}`
    : `ind-${digest(JSON.stringify([...row.path, row.goal, row.measure]))}`;

const words: [RegExp, Goal['dimension']][] = [
  [/\b(time|timely|promptly|days?|hours?|minutes?|within|delays?|quickly)\b/i, 'timeliness'],
  [/\b(costs?|\$|spending|savings?|revenue|budget|expenditures?)/i, 'cost'],
  [/\b(number|total|completed|increase|maximi[sz]e|expand|more)\b/i, 'quantity'],
];

/** A guess from the goal's words, for a person to correct; quality when nothing speaks for another. */
export const dimensionOf = (title: string): Goal['dimension'] =>
  words.find(([pattern]) => pattern.test(title))?.[1] ?? 'quality';

const unitOf = (row: IndicatorRow): string =>
  row.unit ??
  (/\(%\)|percent/i.test(row.measure)
    ? '%'
    : (/\((\$[^)]*|hours[^)]*|days|minutes[^)]*)\)/i.exec(row.measure)?.[1] ?? ''));

/** 6.41 in hours:minutes is 6 hours and 41 minutes; where the figures say otherwise they are plain numbers. */
function kindOf(row: IndicatorRow): Measure['kind'] {
  const unit = unitOf(row);
  if (unit === '%') return 'percent';
  const values = [row.target, row.actual].filter((value) => value !== null);
  return isClockUnit(unit) && values.every((value) => secondsOf(value, unit) !== null)
    ? 'duration'
    : 'number';
}

const toComponent = (path: string[], kind: ComponentKind, parentId: string | null): Component => ({
  id: componentIdOf(path),
  kind,
  name: path.at(-1) ?? '',
  parentId,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
});

const toGoal = (row: IndicatorRow): Goal => ({
  ...goalDefaults,
  id: goalIdOf(row.path, row.goal),
  componentId: componentIdOf(row.path),
  title: row.goal,
  dimension: dimensionOf(row.goal),
});

const toMeasure = (row: IndicatorRow, source: string): Measure => ({
  id: measureIdOf(row),
  goalId: goalIdOf(row.path, row.goal),
  version: 1,
  title: row.measure,
  kind: kindOf(row),
  unit: unitOf(row),
  direction: row.direction,
  timeAggregation: 'last',
  // The published target is the one anchor that is known: at or beyond it meets, short of it does not.
  standards: row.target === null ? null : { kind: 'points', meets: row.target },
  weight: 1,
  critical: row.critical,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source,
});

const toObservation = (row: IndicatorRow, value: number, context: ImportContext): Observation => ({
  id: `obs-${measureIdOf(row)}-${context.period.start}-${context.period.end}-${digest(String(value))}`,
  measureId: measureIdOf(row),
  componentId: componentIdOf(row.path),
  periodStart: context.period.start,
  periodEnd: context.period.end,
  value,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: context.source,
  enteredBy: context.enteredBy,
  at: context.at,
});

function componentsOf(row: IndicatorRow, { mapping, under }: ImportContext): Component[] {
  return mapping.path.map((level, depth) => {
    const path = row.path.slice(0, depth + 1);
    const parentId = depth === 0 ? under : componentIdOf(row.path.slice(0, depth));
    return toComponent(path, componentKindSchema.parse(level.kind), parentId);
  });
}

const uniqueById = <T extends { id: string }>(records: T[]): T[] =>
  [...new Map(records.toReversed().map((record) => [record.id, record])).values()].toReversed();

export function toRecords(rows: IndicatorRow[], context: ImportContext): ImportedRecords {
  return {
    components: uniqueById(rows.flatMap((row) => componentsOf(row, context))),
    goals: uniqueById(rows.map(toGoal)),
    measures: rows.map((row) => ({
      measure: toMeasure(row, context.source),
      componentId: componentIdOf(row.path),
    })),
    observations: rows.flatMap((row) =>
      row.actual === null ? [] : [toObservation(row, row.actual, context)],
    ),
  };
}
